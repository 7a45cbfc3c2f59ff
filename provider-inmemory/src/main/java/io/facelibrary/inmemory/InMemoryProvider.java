package io.facelibrary.inmemory;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.engine.EngineProviderSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens libraries in this process, under the name {@value #NAME}. They end with the process.
 *
 * <p>All settings are optional. Without settings there are no limits:
 *
 * <ul>
 *   <li>{@code encoder}: the face encoder, such as {@code recognition}; it is opened and closed
 *       with the library
 *   <li>{@code profile}: {@code plain} (the default), or {@code green} to start from the limits of
 *       Alibaba Cloud's service; the settings below change single limits of either
 *   <li>{@code faces-per-person}, {@code images-per-call}, {@code groups}, {@code
 *       groups-per-search}, {@code url-length}: 1 to 1000000; {@code results-per-search}: 1 to
 *       1000; {@code id-length}: 1 to 255; {@code image-bytes}: 1 to 67108864
 *   <li>{@code id-pattern}: a regular expression that ids of persons and groups must match as a
 *       whole
 *   <li>{@code next-day-groups}, {@code yearly-clearing}: {@code true} enables a time rule of
 *       Alibaba Cloud's service; see {@link InMemoryFaceLibrary.Builder}
 * </ul>
 */
public final class InMemoryProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "inmemory";

  private static final String YEARLY_CLEARING = "yearly-clearing";

  private static final List<ProviderSetting> SETTINGS =
      Stream.concat(
              EngineProviderSettings.ALL.stream(),
              Stream.of(
                  ProviderSetting.of(
                      YEARLY_CLEARING, "true to clear faces and groups a year after the last use")))
          .toList();

  /** For {@link java.util.ServiceLoader}. */
  public InMemoryProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting> settings() {
    return SETTINGS;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return builder(settings).open();
  }

  static InMemoryFaceLibrary.Builder builder(ProviderSettings settings) {
    settings.allowOnly(ProviderSetting.names(SETTINGS));
    boolean yearlyClearing = settings.isOn(YEARLY_CLEARING);
    InMemoryFaceLibrary.Builder builder =
        new InMemoryFaceLibrary.Builder(EngineProviderSettings.options(settings));
    return yearlyClearing ? builder.yearlyClearing() : builder;
  }
}
