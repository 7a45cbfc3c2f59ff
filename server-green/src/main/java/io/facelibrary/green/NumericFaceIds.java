package io.facelibrary.green;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Numeric ids of faces. The protocol requires numbers, while a library may have any text.
 *
 * <p>An id that is a number stays unchanged. Any other id is mapped to a number with 17 digits
 * above 2<sup>53</sup>, computed from its SHA-256. Nothing is stored, so numbers stay valid across
 * restarts and are equal on all servers of a library. To map a number back, the server queries the
 * faces of the person, which every request names. If two faces of a person had the same number,
 * neither would be found. For a person with a thousand faces, the probability is 1 in 180 billion.
 */
final class NumericFaceIds {
  private static final long FIRST = 10_000_000_000_000_000L;
  private static final long COUNT = 90_000_000_000_000_000L;

  private final FaceLibrary library;

  NumericFaceIds(FaceLibrary library) {
    this.library = library;
  }

  /** Returns the number of a face. */
  static long of(FaceId face) {
    OptionalLong number = number(face.value());
    return number.isPresent() ? number.getAsLong() : computed(face);
  }

  /** Returns the distinct ids that are numbers themselves; other texts are left out. */
  static List<FaceId> plain(Collection<String> numbers) {
    return numbers.stream()
        .distinct()
        .filter(number -> number(number).isPresent())
        .map(FaceId::of)
        .toList();
  }

  /**
   * Returns the faces of a person whose ids are not numbers and map to one of these numbers.
   *
   * @throws io.facelibrary.FaceLibraryException if the query fails
   */
  Map<String, Face> computed(PersonId person, Collection<String> numbers) {
    if (numbers.stream().noneMatch(NumericFaceIds::mayBeComputed)) {
      return Map.of();
    }
    Set<String> wanted = Set.copyOf(numbers);
    Map<String, Face> found = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Face face : library.queryFaces(QueryFaces.allOf(person)).faces()) {
      if (number(face.id().value()).isEmpty()) {
        String number = Long.toString(computed(face.id()));
        if (wanted.contains(number) && found.put(number, face) != null) {
          ambiguous.add(number);
        }
      }
    }
    found.keySet().removeAll(ambiguous);
    return found;
  }

  private static boolean mayBeComputed(String text) {
    OptionalLong number = number(text);
    return number.isPresent() && number.getAsLong() >= FIRST && number.getAsLong() < FIRST + COUNT;
  }

  private static OptionalLong number(String text) {
    try {
      long number = Long.parseLong(text);
      // "+7" and "007" are different ids from "7".
      return number > 0 && Long.toString(number).equals(text)
          ? OptionalLong.of(number)
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static long computed(FaceId face) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(face.value().getBytes(StandardCharsets.UTF_8));
      return FIRST + Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), COUNT);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
