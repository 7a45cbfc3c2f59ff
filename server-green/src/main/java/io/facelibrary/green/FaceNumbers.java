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
 * Numbers for faces, since the protocol has numbers where a library may have any text.
 *
 * <p>An id that is a number already stays as it is. Any other is numbered by its SHA-256, with 17
 * digits above 2<sup>53</sup> as Green's have. So nothing is kept: the numbers live as long as the
 * faces do, and several servers over one library agree. The way back asks the library for the faces
 * of the person, whom every request names beside them. Of two faces of one person with one number
 * neither would be found; a person with a thousand faces has such a pair with a chance of 1 in 180
 * thousand million.
 */
final class FaceNumbers {
  private static final long FIRST = 10_000_000_000_000_000L;
  private static final long COUNT = 90_000_000_000_000_000L;

  private final FaceLibrary library;

  FaceNumbers(FaceLibrary library) {
    this.library = library;
  }

  /** Returns the number of a face. */
  static long of(FaceId face) {
    OptionalLong number = number(face.value());
    return number.isPresent() ? number.getAsLong() : computed(face);
  }

  /** Returns the ids that are these numbers themselves, each once. What is no number is none. */
  static List<FaceId> plain(Collection<String> numbers) {
    return numbers.stream()
        .distinct()
        .filter(number -> number(number).isPresent())
        .map(FaceId::of)
        .toList();
  }

  /**
   * Returns the faces of a person whose ids are no numbers and that have one of these numbers.
   *
   * @throws io.facelibrary.FaceLibraryException as the library does when it is asked
   */
  Map<String, Face> computed(PersonId person, Collection<String> numbers) {
    if (numbers.stream().noneMatch(FaceNumbers::mayBeComputed)) {
      return Map.of();
    }
    Set<String> wanted = Set.copyOf(numbers);
    Map<String, Face> found = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Face face : library.queryFaces(QueryFaces.allOf(person)).faces()) {
      if (number(face.id().value()).isEmpty()) {
        String number = Long.toString(computed(face.id()));
        if (wanted.contains(number) && found.put(number, face) != null) {
          twice.add(number);
        }
      }
    }
    found.keySet().removeAll(twice);
    return found;
  }

  private static boolean mayBeComputed(String text) {
    OptionalLong number = number(text);
    return number.isPresent() && number.getAsLong() >= FIRST && number.getAsLong() < FIRST + COUNT;
  }

  private static OptionalLong number(String text) {
    try {
      long number = Long.parseLong(text);
      // "+7" and "007" are other ids than "7".
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
