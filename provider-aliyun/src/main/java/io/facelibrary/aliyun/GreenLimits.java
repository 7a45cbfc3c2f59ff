package io.facelibrary.aliyun;

import io.facelibrary.ImageFormat;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Limits of the service. The sources are all in the vendor's help:
 *
 * <ul>
 *   <li>ids and groups: page "addPerson"
 *   <li>faces per person: document 70422
 *   <li>faces that a search looks at in an image, and persons per face in its result: document
 *       121341
 *   <li>format, size, pixels and URL of an image: document 70417, the page of the search. A GIF may
 *       have 4,194,304 pixels only. The page of "addFaces" names no limits of its own.
 *   <li>calls per second: the page of each operation, which says 20. Joining and leaving groups:
 *       10, documents 70427 and 70428. Search: 50, document 70417.
 * </ul>
 *
 * <p>Limits that are not documented are not set, such as the length of a name or note, and the
 * groups of a person. The documented quota of concurrency (code 588, document 53414) is a number of
 * calls per second, not of calls at once.
 *
 * <p>No limit on the images of one call is documented. The limit here is the number of faces that a
 * person may hold.
 *
 * <p>An operation that makes several calls of the service has no rate of its own, so that the
 * resilience layer counts those calls.
 *
 * <p>The module engine has a type of the same name, for the profile {@code green} of libraries on
 * one machine. The two are separate because a provider does not depend on the engine.
 */
final class GreenLimits {
  static final int FACES_PER_PERSON = 20;
  static final int GROUPS = 100;

  /** Page size of persons, document 70426. */
  static final int PERSONS_PER_PAGE = 100;

  static final Limits LIMITS =
      Limits.builder()
          .idLength(32)
          .idPattern("[A-Za-z0-9_-]+")
          .facesPerPerson(FACES_PER_PERSON)
          .imagesPerCall(FACES_PER_PERSON)
          .groups(GROUPS)
          .facesPerSearch(20)
          .resultsPerSearch(5)
          .imageFormats(
              EnumSet.of(
                  ImageFormat.PNG,
                  ImageFormat.JPEG,
                  ImageFormat.BMP,
                  ImageFormat.GIF,
                  ImageFormat.WEBP))
          .imageBytes(20 << 20)
          .imagePixels(250_000_000)
          .urlLength(2048)
          .callsPerSecond(rates())
          .build();

  private GreenLimits() {}

  private static Map<Operation, Integer> rates() {
    Map<Operation, Integer> rates = new EnumMap<>(Operation.class);
    for (Operation operation :
        List.of(
            Operation.ADD_FACES,
            Operation.DELETE_FACES,
            Operation.QUERY_FACES,
            Operation.ADD_PERSON,
            Operation.UPDATE_PERSON,
            Operation.FIND_PERSON,
            Operation.DELETE_PERSON,
            Operation.LIST_GROUPS,
            Operation.LIST_PERSONS)) {
      rates.put(operation, 20);
    }
    rates.put(Operation.JOIN_GROUPS, 10);
    rates.put(Operation.LEAVE_GROUPS, 10);
    rates.put(Operation.SEARCH, 50);
    return rates;
  }
}
