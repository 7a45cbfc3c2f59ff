package io.facelibrary.aliyun;

import io.facelibrary.Limits;
import io.facelibrary.Operation;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the service limits.
 *
 * <p>Sources, all in the vendor's help: ids and groups, page "addPerson"; faces a person, document
 * 70422; persons answered a face, document 121341; size and address of a picture, document 70417;
 * calls a second, the page of each operation (20; groups of a person 10, document 70427 and 70428;
 * search 50, document 70417). No number is given for the pictures of one call: more than a person
 * may hold cannot be of use.
 */
final class GreenLimits {
  static final int FACES_PER_PERSON = 20;
  static final int GROUPS = 100;

  /** Pages of persons, document 70426. */
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
