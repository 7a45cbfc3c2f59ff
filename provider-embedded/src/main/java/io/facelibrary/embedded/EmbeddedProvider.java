package io.facelibrary.embedded;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.engine.EngineProviderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens libraries in a folder of this machine, under the name {@value #NAME}.
 *
 * <p>{@link #settings} states the meanings of the settings. The resources are those of the provider
 * {@code inmemory}: a {@link java.time.Clock} for the time rules and a {@link
 * io.facelibrary.FaceEncoder}.
 */
public final class EmbeddedProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "embedded";

  private enum Images {
    KEPT,
    DROPPED
  }

  private static final ProviderSetting<Path> FOLDER =
      ProviderSetting.path("folder", "the folder of the library, created if it does not exist")
          .required();
  private static final ProviderSetting<Images> IMAGES =
      ProviderSetting.oneOf("images", "whether the images of new faces are kept", Images.class)
          .orElse(Images.KEPT);
  private static final ProviderSetting<Boolean> READ_ONLY =
      ProviderSetting.flag(
          "read-only", "true to open for reading only; another process may be writing");

  /** For {@link java.util.ServiceLoader}. */
  public EmbeddedProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return Stream.concat(Stream.of(FOLDER, IMAGES, READ_ONLY), EngineProviderSettings.ALL.stream())
        .toList();
  }

  @Override
  public Set<Class<?>> resources() {
    return EngineProviderSettings.RESOURCES;
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    Path folder = settings.get(FOLDER);
    boolean drops = settings.get(IMAGES) == Images.DROPPED;
    boolean readOnly = settings.get(READ_ONLY);
    EmbeddedFaceLibrary.Builder builder =
        new EmbeddedFaceLibrary.Builder(folder, EngineProviderSettings.options(settings));
    if (drops) {
      builder.withoutImages();
    }
    if (readOnly) {
      builder.readOnly();
    }
    return builder.open();
  }
}
