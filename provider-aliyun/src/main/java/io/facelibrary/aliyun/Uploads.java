package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.net.URI;

/** Uploads images to storage that the service can read. */
interface Uploads extends AutoCloseable {

  /**
   * Uploads an image under a name that no other image has.
   *
   * @param during the operation that the user called
   * @return its URL, {@code oss://bucket/key}
   * @throws FaceLibraryException if the upload failed, always with effect {@code NONE}: an image
   *     that no face refers to changes no library
   */
  URI put(Operation during, FaceImage.Bytes image);

  /** Ends the running uploads, and frees threads and sockets. */
  @Override
  void close();
}
