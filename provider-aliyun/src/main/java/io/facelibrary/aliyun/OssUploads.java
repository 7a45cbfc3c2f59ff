package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import java.net.URI;

final class OssUploads implements Uploads {
  static Uploads open(Connections c, GreenClient client) {
    return new OssUploads();
  }

  @Override
  public URI put(FaceImage.InMemory picture) {
    throw new IllegalStateException();
  }

  @Override
  public void close() {}
}
