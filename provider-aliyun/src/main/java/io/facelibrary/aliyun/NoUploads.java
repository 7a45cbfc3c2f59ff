package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.net.URI;

/** Uploads nothing, because the client library of the object storage is missing. */
final class NoUploads implements Uploads {

  /** Throws. The guard refuses earlier, because such a library lacks {@code IMAGE_BYTES}. */
  @Override
  public URI put(Operation during, FaceImage.Bytes image) {
    throw FaceLibraryException.of(
        ErrorKind.UNSUPPORTED,
        Effect.NONE,
        "images by content need com.aliyun:alibabacloud-oss-v2, which is not on the class path");
  }

  @Override
  public void close() {
    // There is nothing to free.
  }
}
