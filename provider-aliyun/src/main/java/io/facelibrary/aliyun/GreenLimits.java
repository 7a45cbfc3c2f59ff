package io.facelibrary.aliyun;

import io.facelibrary.Limits;
import io.facelibrary.Operation;
import java.util.EnumMap;
import java.util.Map;

/**
 * Limits of the service. The sources are all in the vendor's help:
 *
 * <ul>
 *   <li>ids and groups: page "addPerson"
 *   <li>faces per person: document 70422
 *   <li>persons per face in a search result: document 121341
 *   <li>size and URL of an image: document 70417
 *   <li>calls per second: the page of each operation, which says 20. Joining and leaving groups:
 *       10, documents 70427 and 70428. Search: 50, document 70417.
 * </ul>
 *
 * <p>No limit on the images of one call is documented. The limit here is the number of faces that a
 * person may hold.
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
          .resultsPerSearch(5)
          .imageBytes(20 << 20)
          .urlLength(2048)
          .callsPerSecond(rates())
          .build();

  private GreenLimits() {}

  private static Map<Operation, Integer> rates() {
    Map<Operation, Integer> rates = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      rates.put(operation, 20);
    }
    rates.put(Operation.JOIN_GROUPS, 10);
    rates.put(Operation.LEAVE_GROUPS, 10);
    rates.put(Operation.SEARCH, 50);
    return rates;
  }
}
