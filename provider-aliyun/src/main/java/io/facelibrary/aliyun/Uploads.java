package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import java.net.URI;

/** Puts pictures where the service can read them. */
interface Uploads extends AutoCloseable {

  /**
   * Uploads a picture under a name that nobody else has.
   *
   * @return its address, {@code oss://bucket/key}
   */
  URI put(FaceImage.InMemory picture);

  /** Frees threads and sockets. */
  @Override
  void close();
}
