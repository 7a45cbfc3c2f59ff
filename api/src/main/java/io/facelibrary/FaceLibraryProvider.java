package io.facelibrary;

import java.util.List;
import java.util.Set;

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
   * Returns all settings of the libraries. {@link FaceLibraries} refuses every other name, and
   * checks the values before it calls {@link #open}.
   *
   * <p>Names must differ in more than hyphens, dots and case, because environment variables cannot
   * distinguish them otherwise.
   */
  List<ProviderSetting<?>> settings();

  /**
   * Returns the types of the objects that the provider uses if a program passes them: see {@link
   * FaceLibraryOpener#resource}. {@link FaceLibraries} refuses every other type.
   */
  default Set<Class<?>> resources() {
    return Set.of();
  }

  /**
   * Opens a library. Makes no remote call; the first operation makes one. Implementations need not
   * guard the library; {@link FaceLibraries} does.
   *
   * @param settings checked against {@link #settings}; rules that concern several settings are
   *     checked here
   * @return the library; the caller closes it, but not the resources
   * @throws InvalidRequestException if the settings do not fit each other; the field is a setting's
   *     name
   */
  FaceLibrary open(ProviderSettings settings);
}
