package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import java.net.URI;

/** Pictures for tests. */
final class Images {
  private Images() {}

  static FaceImage at(String url) {
    return FaceImage.at(URI.create(url));
  }
}
