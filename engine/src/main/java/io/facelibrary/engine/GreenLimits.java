package io.facelibrary.engine;

import io.facelibrary.Limits;

/**
 * The limits of Alibaba Cloud's custom face retrieval (product Green, API 2018-05-09). Its request
 * rates are not included: calls within the process are not throttled.
 *
 * <p>Sources in the vendor's help:
 *
 * <ul>
 *   <li>page "addPerson": ids, groups
 *   <li>document 70422: faces per person
 *   <li>document 121341: persons returned per face
 *   <li>document 70417: size and URL of an image
 * </ul>
 *
 * <p>The module provider-aliyun has a type of the same name. The two are separate because that
 * provider does not depend on the engine.
 */
final class GreenLimits {
  static final Limits LIMITS =
      Limits.builder()
          .idLength(32)
          .idPattern("[A-Za-z0-9_-]+")
          .facesPerPerson(20)
          .groups(100)
          .resultsPerSearch(5)
          .imageBytes(20 << 20)
          .urlLength(2048)
          .build();

  private GreenLimits() {}
}
