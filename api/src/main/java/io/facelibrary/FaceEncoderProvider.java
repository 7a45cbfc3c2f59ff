package io.facelibrary;

/**
 * Opens encoders of one kind. {@link java.util.ServiceLoader} finds it: an implementation is
 * public, has a public constructor without parameters that does nothing, and is named in {@code
 * META-INF/services/io.facelibrary.FaceEncoderProvider}, or in {@code provides} of its module.
 */
public interface FaceEncoderProvider {

  /** Returns the name to open encoders by, such as {@code recognition}: lower case, constant. */
  String name();

  /** Opens an encoder, which the caller closes. */
  FaceEncoder open();
}
