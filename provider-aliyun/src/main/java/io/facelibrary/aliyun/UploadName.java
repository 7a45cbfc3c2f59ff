package io.facelibrary.aliyun;

import java.net.URI;
import java.util.Optional;

final class UploadName {
  static Optional<String> in(URI address) {
    return Optional.empty();
  }
}
