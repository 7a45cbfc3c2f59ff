package io.facelibrary.aliyun;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.net.URI;

/** Puts pictures where the service can read them. */
interface Uploads extends AutoCloseable {

  /**
   * Uploads a picture under a name that nobody else has.
   *
   * @param during what the user called
   * @return its address, {@code oss://bucket/key}
   * @throws FaceLibraryException if that failed, always with effect {@code NONE}: a picture that
   *     nobody refers to changes no library
   */
  URI put(Operation during, FaceImage.Bytes picture);

  /** Ends the uploads under way, and frees threads and sockets. */
  @Override
  void close();
}
