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
 * <p>Its settings:
 *
 * <ul>
 *   <li>{@code folder}: where the library is; must be set, and is made if it is not there
 *   <li>{@code encoder}: what recognises faces, such as {@code recognition}, which is then opened
 *       and closed with the library
 *   <li>{@code pictures}: {@code kept} (the default) or {@code dropped}
 *   <li>{@code read-only}: {@code true} to read only, also beside the process that writes
 *   <li>the limits and {@code next-day-groups}, as the provider {@code inmemory} has them
 * </ul>
 */
public final class EmbeddedProvider implements FaceLibraryProvider {

  /** The name to open libraries by. */
  public static final String NAME = "embedded";

  private static final String FOLDER = "folder";
  private static final String PICTURES = "pictures";
  private static final String READ_ONLY = "read-only";

  private static final List<ProviderSetting> SETTINGS =
      Stream.concat(
              Stream.of(
                  ProviderSetting.of(FOLDER, "where the library is; must be set"),
                  ProviderSetting.of(PICTURES, "kept or dropped; kept unless set"),
                  ProviderSetting.of(READ_ONLY, "true to read beside the process that writes")),
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
        settings.oneOf(PICTURES, Set.of("kept", "dropped")).filter("dropped"::equals).isPresent();
    boolean readOnly = settings.isOn(READ_ONLY);
    EmbeddedFaceLibrary.Builder builder =
        new EmbeddedFaceLibrary.Builder(folder, EngineProviderSettings.setup(settings));
    if (drops) {
      builder.withoutPictures();
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
      throw InvalidRequestException.of(FOLDER, "must be a path of this machine");
    }
  }
}
