package io.facelibrary.embedded;

import io.facelibrary.FaceId;
import io.facelibrary.engine.FaceIds;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Converts the keys of faces in the database, which are consecutive numbers, to the ids that
 * callers see, and back.
 *
 * @param lastConsecutive the key of the last face that an older version added, whose id is its key;
 *     0 in a library that this version created
 */
record FaceKeys(FaceIds ids, long lastConsecutive) {
  private static final String LAST_CONSECUTIVE = "last-consecutive-face";

  static FaceKeys read(Database database) throws SQLException {
    return new FaceKeys(
        FaceIds.of(Schema.identity(database)),
        SettingTable.number(database, LAST_CONSECUTIVE).orElse(0));
  }

  FaceId id(long key) {
    return key <= lastConsecutive
        ? FaceId.of(Long.toString(key))
        : ids.id(key - lastConsecutive - 1);
  }

  /** Returns the ids of consecutive keys that no older version used. */
  List<FaceId> ids(long firstKey, int count) {
    return ids.ids(firstKey - lastConsecutive - 1, count);
  }

  /** Returns the key of an id. A text in any other form is not an id of this library. */
  OptionalLong key(FaceId face) {
    OptionalLong number = ids.number(face);
    if (number.isPresent()) {
      return OptionalLong.of(number.getAsLong() + lastConsecutive + 1);
    }
    String text = face.value();
    if (text.length() > 17 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalLong.empty();
    }
    // Older versions began below 5 * 10^16 and the spread ids are above 6 * 10^16.
    long key = Long.parseLong(text);
    return key <= lastConsecutive && Long.toString(key).equals(text)
        ? OptionalLong.of(key)
        : OptionalLong.empty();
  }
}
