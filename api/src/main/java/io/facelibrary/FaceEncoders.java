package io.facelibrary;

import java.util.List;

/**
 * Opens encoders by the name of their provider, as {@link FaceLibraries} opens libraries: found
 * afresh at each call, nothing cached, nothing chosen silently.
 */
public final class FaceEncoders {

  /** The setting by which libraries are told the name of an encoder: {@value}. */
  public static final String ENCODER = "encoder";

  private FaceEncoders() {}

  /**
   * Opens an encoder.
   *
   * @param name such as {@code recognition}
   * @return to be closed by the caller
   * @throws InvalidRequestException if there is no such encoder; it lists those there are
   */
  public static FaceEncoder open(String name) {
    return installed().named(Checks.present(name, ENCODER)).open();
  }

  /** Returns the names that encoders can be opened by. */
  public static List<String> names() {
    return installed().all().stream().map(FaceEncoderProvider::name).toList();
  }

  private static InstalledProviders<FaceEncoderProvider> installed() {
    return InstalledProviders.ofEncoders(FaceEncoders.class.getClassLoader());
  }
}
