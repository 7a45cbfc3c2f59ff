package io.facelibrary.embedded;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.engine.EngineProviderSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens libraries in a folder of this machine, under the name {@value #NAME}.
 *
 * <p>The settings:
 *
 * <ul>
 *   <li>{@code folder}: the folder of the library; required, and created if it does not exist
 *   <li>{@code encoder}: the face encoder, such as {@code recognition}; it is opened and closed
 *       with the library
 *   <li>{@code images}: {@code kept} (the default) or {@code dropped}
 *   <li>{@code read-only}: {@code true} to open for reading only, also while another process writes
 *   <li>the limits and {@code next-day-groups}, as for the provider {@code inmemory}
 * </ul>
 */
public final class EmbeddedProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "embedded";

  private static final String FOLDER = "folder";
  private static final String IMAGES = "images";
  private static final String READ_ONLY = "read-only";

  private static final List<ProviderSetting> SETTINGS =
      Stream.concat(
              Stream.of(
                  ProviderSetting.of(FOLDER, "the folder of the library; required"),
                  ProviderSetting.of(IMAGES, "kept or dropped; kept unless set"),
                  ProviderSetting.of(
                      READ_ONLY, "true to open for reading only; another process may be writing")),
              EngineProviderSettings.ALL.stream())
          .toList();

  /** For {@link java.util.ServiceLoader}. */
  public EmbeddedProvider() {}

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
    settings.allowOnly(ProviderSetting.names(SETTINGS));
    Path folder = path(settings.requiredText(FOLDER));
    boolean drops =
        settings.oneOf(IMAGES, Set.of("kept", "dropped")).filter("dropped"::equals).isPresent();
    boolean readOnly = settings.isOn(READ_ONLY);
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

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw InvalidRequestException.of(FOLDER, "must be a valid path on this machine");
    }
  }
}
