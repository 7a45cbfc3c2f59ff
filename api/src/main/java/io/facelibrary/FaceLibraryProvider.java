package io.facelibrary;

import java.util.List;

/**
 * Opens libraries of one kind.
 *
 * <p>{@link java.util.ServiceLoader} finds the implementations. An implementation is public, has a
 * public constructor without parameters that does nothing, and is listed in {@code
 * META-INF/services/io.facelibrary.FaceLibraryProvider} or in {@code provides} of its module.
 */
public interface FaceLibraryProvider {

  /** Returns the name of this provider, such as {@code inmemory}. Lower case, constant. */
  String name();

  /**
   * Returns the settings that {@link #open} knows, for programs that display them and must know
   * which ones are secret.
   *
   * @return the settings; empty if the provider does not list them. An empty list does not mean
   *     that the provider has no settings.
   */
  default List<ProviderSetting> settings() {
    return List.of();
  }

  /**
   * Opens a library. Checks the settings and makes no remote call; the first operation makes one.
   *
   * <p>Implementations start with {@link ProviderSettings#allowOnly}, so that a misspelled setting
   * is an error. They need not guard the library; {@link FaceLibraries} does.
   *
   * @return the library; the caller closes it
   * @throws InvalidRequestException if a setting is unknown, missing or out of range; the field is
   *     the setting's name
   */
  FaceLibrary open(ProviderSettings settings);
}
