package io.facelibrary;

import java.util.List;

/**
 * Opens libraries of one kind. {@link java.util.ServiceLoader} finds it: an implementation is
 * public, has a public constructor without parameters that does nothing, and is named in {@code
 * META-INF/services/io.facelibrary.FaceLibraryProvider}, or in {@code provides} of its module.
 */
public interface FaceLibraryProvider {

  /** Returns the name to open libraries by, such as {@code inmemory}: lower case, constant. */
  String name();

  /**
   * Returns the settings that {@link #open} knows, for programs that show them and must know which
   * are secret.
   *
   * @return empty if the provider does not tell, which says nothing about what it knows
   */
  default List<ProviderSetting> settings() {
    return List.of();
  }

  /**
   * Opens a library. Checks the settings and makes no remote call; the first operation does.
   *
   * <p>Implementations start with {@link ProviderSettings#allowOnly}, so that a misspelt setting is
   * an error, and need not guard what they return: {@link FaceLibraries} does.
   *
   * @throws InvalidRequestException if a setting is unknown, missing or out of its range; the field
   *     is the setting's name
   */
  FaceLibrary open(ProviderSettings settings);
}
