package io.facelibrary;

import java.util.List;

/**
 * Opens encoders by the name of their provider. Like {@link FaceLibraries}, every call looks for
 * providers and caches none of them.
 */
public final class FaceEncoders {

  /** The setting of a library that names its encoder: {@value}. */
  public static final String ENCODER = "encoder";

  private FaceEncoders() {}

  /**
   * Opens an encoder.
   *
   * @param name the provider's name, such as {@code recognition}
   * @return the encoder; the caller closes it
   * @throws InvalidRequestException if there is no such provider; the message lists the installed
   *     ones
   */
  public static FaceEncoder open(String name) {
    return installed().named(Checks.present(name, ENCODER)).open();
  }

  /** Returns the names of the installed providers. */
  public static List<String> names() {
    return installed().all().stream().map(FaceEncoderProvider::name).toList();
  }

  private static InstalledProviders<FaceEncoderProvider> installed() {
    return InstalledProviders.ofEncoders(FaceEncoders.class.getClassLoader());
  }
}
