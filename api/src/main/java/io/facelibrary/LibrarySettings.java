package io.facelibrary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All settings that a library of a provider is opened with. */
final class LibrarySettings {
  private final FaceLibraryProvider provider;
  private final List<ProviderSetting<?>> own;
  private final ClassLoader loader;

  /**
   * Reads the provider's list.
   *
   * @param loader finds encoders
   */
  LibrarySettings(FaceLibraryProvider provider, ClassLoader loader) {
    this.provider = provider;
    own =
        new ArrayList<>(
            Checks.copy(provider.settings(), "settings of the provider " + provider.name()));
    own.addAll(ScaleSettings.ALL);
    this.loader = loader;
  }

  /**
   * Returns the settings, with those of all installed encoders. A name that several encoders share
   * is returned once.
   */
  List<ProviderSetting<?>> all() {
    List<ProviderSetting<?>> all = new ArrayList<>(own);
    if (hasEncoder()) {
      Set<String> names = new HashSet<>();
      for (FaceEncoderProvider encoder : InstalledProviders.ofEncoders(loader).all()) {
        for (ProviderSetting<?> setting : encoder.settings()) {
          if (names.add(setting.name())) {
            all.add(setting.under(FaceEncoders.ENCODER));
          }
        }
      }
    }
    return all;
  }

  /** Returns the names of the environment, with the one of the provider. */
  KnownSettings inEnvironment() {
    KnownSettings known = KnownSettings.of(owner(), "", all());
    known.add(FaceLibraries.PROVIDER);
    return known;
  }

  /**
   * Checks values against the provider's list and the list of the named encoder.
   *
   * @throws InvalidRequestException if a setting is unknown, missing or breaks its rule
   */
  ProviderSettings checked(ProviderSettings settings) {
    List<ProviderSetting<?>> known = new ArrayList<>(own);
    if (hasEncoder()) {
      Optional<String> encoder = settings.find(FaceEncoders.SETTING);
      if (encoder.isEmpty()) {
        settings
            .under(FaceEncoders.ENCODER)
            .refuseAny("must not be set without " + FaceEncoders.ENCODER);
      } else {
        InstalledProviders.ofEncoders(loader)
            .named(encoder.get())
            .settings()
            .forEach(setting -> known.add(setting.under(FaceEncoders.ENCODER)));
      }
    }
    return settings.checked(owner(), known);
  }

  private boolean hasEncoder() {
    return own.stream().anyMatch(setting -> setting.name().equals(FaceEncoders.ENCODER));
  }

  private String owner() {
    return "the provider " + provider.name();
  }
}
