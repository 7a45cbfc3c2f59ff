package io.facelibrary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens encoders by the name of their provider. Like {@link FaceLibraries}, every call looks for
 * providers and caches none of them.
 */
public final class FaceEncoders {

  /** The setting of a library that names its encoder: {@value}. */
  public static final String ENCODER = "encoder";

  /**
   * The declaration of the setting {@value #ENCODER}, for providers of libraries. {@link
   * FaceLibraries} then accepts the encoder's settings too: {@code encoder.manifest} is the setting
   * {@code manifest} of the encoder.
   */
  public static final ProviderSetting<String> SETTING =
      ProviderSetting.text(
          ENCODER, "the face encoder, such as recognition; without one, images are compared");

  private FaceEncoders() {}

  /**
   * Opens an encoder with the defaults of its settings.
   *
   * @param name the provider's name, such as {@code recognition}
   * @return the encoder; the caller closes it
   * @throws InvalidRequestException if there is no such provider; the message lists the installed
   *     ones
   */
  public static FaceEncoder open(String name) {
    return open(name, Map.of());
  }

  /**
   * Opens an encoder.
   *
   * @param name the provider's name, such as {@code recognition}
   * @param settings the encoder's settings by name
   * @return the encoder; the caller closes it
   * @throws InvalidRequestException as {@link #open(String)} does. Also if a setting is unknown,
   *     missing or breaks its rule; the field is the setting's name.
   */
  public static FaceEncoder open(String name, Map<String, String> settings) {
    return open(Checks.present(name, ENCODER), ProviderSettings.of(settings));
  }

  /**
   * Opens the encoder that the settings of a library name, with the settings that begin with {@code
   * encoder.}. For providers of libraries.
   *
   * @return the encoder; the caller closes it. Empty if the settings name none.
   * @throws InvalidRequestException as {@link #open(String, Map)} does; the field is the full name
   *     of the setting, such as {@code encoder.manifest}
   */
  public static Optional<FaceEncoder> open(ProviderSettings library) {
    return Checks.present(library, "settings")
        .find(SETTING)
        .map(name -> open(name.strip(), library.under(ENCODER)));
  }

  private static FaceEncoder open(String name, ProviderSettings settings) {
    FaceEncoderProvider provider = InstalledProviders.ofEncoders(settings.loader()).named(name);
    return provider.open(settings.checked("the encoder " + name, provider.settings()));
  }

  /** Returns the names of the installed providers. */
  public static List<String> names() {
    return InstalledProviders.ofEncoders(FaceEncoders.class.getClassLoader()).all().stream()
        .map(FaceEncoderProvider::name)
        .toList();
  }
}
