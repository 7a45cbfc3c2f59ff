package io.facelibrary;

import java.util.List;

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

  /**
   * Returns all settings of the encoders. In the settings of a library, their names begin with
   * {@code encoder.}.
   */
  List<ProviderSetting<?>> settings();

  /**
   * Opens an encoder. The caller closes it.
   *
   * @param settings checked against {@link #settings}
   * @throws InvalidRequestException if a setting is wrong; the field is the setting's name
   */
  FaceEncoder open(ProviderSettings settings);
}
