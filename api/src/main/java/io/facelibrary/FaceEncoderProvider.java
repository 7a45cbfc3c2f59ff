package io.facelibrary;

/**
 * Opens encoders of one kind.
 *
 * <p>{@link java.util.ServiceLoader} finds the implementations. An implementation is public, has a
 * public constructor without parameters that does nothing, and is listed in {@code
 * META-INF/services/io.facelibrary.FaceEncoderProvider} or in {@code provides} of its module.
 */
public interface FaceEncoderProvider {

  /** Returns the name of this provider, such as {@code recognition}. Lower case, constant. */
  String name();

  /** Opens an encoder. The caller closes it. */
  FaceEncoder open();
}
