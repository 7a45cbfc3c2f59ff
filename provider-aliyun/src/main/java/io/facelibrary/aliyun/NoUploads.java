package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.net.URI;

/** Uploads nothing, for want of the storage's client library. */
final class NoUploads implements Uploads {

  /** Refuses; the guard has refused before, since such a library lacks {@code IMAGE_BYTES}. */
  @Override
  public URI put(Operation during, FaceImage.Bytes picture) {
    throw FaceLibraryException.of(
        ErrorKind.UNSUPPORTED,
        Effect.NONE,
        "pictures by content need com.aliyun:alibabacloud-oss-v2, which is not on the class path");
  }

  @Override
  public void close() {
    // There is nothing to free.
  }
}
