package io.facelibrary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens libraries by the name of their provider.
 *
 * <p>Every call looks for providers with {@link java.util.ServiceLoader} and caches none of them.
 * If several providers are installed, the caller must name one.
 *
 * <p>Every library that is opened here is guarded: see {@link #guard}. Every provider has the
 * settings {@value ScaleSettings#MATCH_SIMILARITY} and {@value ScaleSettings#POSSIBLE_SIMILARITY},
 * numbers from 0 to 1. They replace the library's {@link Capabilities#scale()} by two thresholds.
 */
public final class FaceLibraries {

  /** The setting that names the provider, for {@link #open(Map)}: {@value}. */
  public static final String PROVIDER = "provider";

  private static final String ENVIRONMENT_PREFIX = "FACE_LIBRARY_";

  private FaceLibraries() {}

  /**
   * Opens a library. Makes no remote call.
   *
   * @param provider the provider's name, such as {@code inmemory}
   * @param settings the provider's settings by name; see the provider's documentation
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException if there is no such provider; the message lists the installed
   *     ones. Also if a setting is unknown, missing or out of range; the field is the setting's
   *     name.
   */
  public static FaceLibrary open(String provider, Map<String, String> settings) {
    return opener(provider).settings(settings).open();
  }

  /**
   * Opens a library of a provider that another class loader finds.
   *
   * @param provider the provider's name, such as {@code inmemory}
   * @param settings the provider's settings by name
   * @param loader where to look for providers, instead of the class loader of this API
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException as {@link #open(String, Map)} does
   */
  public static FaceLibrary open(
      String provider, Map<String, String> settings, ClassLoader loader) {
    return opener(provider).settings(settings).classLoader(loader).open();
  }

  /**
   * Opens a library of the provider that the setting {@value #PROVIDER} names. Without that
   * setting, exactly one provider must be installed, and that provider opens the library.
   *
   * @param settings the name of the provider and the provider's settings
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException as {@link #open(String, Map)} does
   */
  public static FaceLibrary open(Map<String, String> settings) {
    return opener().settings(settings).open();
  }

  /**
   * Opens a library with the settings of environment variables that begin with {@code
   * FACE_LIBRARY_}: see {@link #fromEnvironment(String, Map)}.
   *
   * @param environment variables by name, usually {@link System#getenv()}
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException as {@link #fromEnvironment(String, Map)} does
   */
  public static FaceLibrary fromEnvironment(Map<String, String> environment) {
    return fromEnvironment(ENVIRONMENT_PREFIX, environment);
  }

  /**
   * Opens a library with the settings of environment variables: see {@link
   * ProviderSettings#fromEnvironment}. With the prefix {@code VISITORS_}, the variable {@code
   * VISITORS_PROVIDER} names the provider, and {@code VISITORS_FACES_PER_PERSON} is the provider's
   * setting {@code faces-per-person}.
   *
   * @param prefix the beginning of the variables' names, including the last underscore. With
   *     several libraries, no prefix may begin with another one.
   * @param environment variables by name, usually {@link System#getenv()}
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException if a variable is unknown, two variables set the same setting,
   *     or as {@link #open(Map)} does
   */
  public static FaceLibrary fromEnvironment(String prefix, Map<String, String> environment) {
    return opener().environment(prefix, environment).open();
  }

  /**
   * Returns an opener for a provider, which also accepts resources.
   *
   * @param provider the provider's name, such as {@code inmemory}
   */
  public static FaceLibraryOpener opener(String provider) {
    return new FaceLibraryOpener(Optional.of(Checks.present(provider, PROVIDER)));
  }

  /**
   * Returns an opener for the provider that the setting {@value #PROVIDER} names. Without that
   * setting, exactly one provider must be installed.
   */
  public static FaceLibraryOpener opener() {
    return new FaceLibraryOpener(Optional.empty());
  }

  /**
   * Returns all settings that libraries of a provider are opened with. If the provider uses an
   * encoder, they include those of the installed encoders. For help pages and {@link
   * ProviderSettings#fromEnvironment}.
   */
  public static List<ProviderSetting<?>> settings(FaceLibraryProvider provider) {
    return new LibrarySettings(Checks.present(provider, PROVIDER), apiLoader()).all();
  }

  /**
   * Returns the installed providers in the order of their names, without those that cannot be
   * loaded. Intended for programs in which the user chooses a provider.
   */
  public static List<FaceLibraryProvider> providers() {
    return InstalledProviders.ofLibraries(apiLoader()).all();
  }

  /**
   * Returns a library behind a guard. The guard
   *
   * <ul>
   *   <li>refuses requests beyond the library's {@link Capabilities} and {@link Limits}, and calls
   *       after {@link FaceLibrary#close()}, before the library sees them;
   *   <li>judges the candidates of a search by {@link Capabilities#scale()}, and returns those that
   *       the request asked for;
   *   <li>refuses calls of an interrupted thread;
   *   <li>adds the call to every exception;
   *   <li>converts an exception that is not a {@link FaceLibraryException} to one of the kind
   *       {@link ErrorKind#INTERNAL}.
   * </ul>
   *
   * <p>Intended for the builders of providers. A library that is guarded already is returned
   * unchanged.
   *
   * @param provider the provider's name, for {@link CallInfo#provider()}
   * @param library the library to guard; closed with the returned one
   */
  public static FaceLibrary guard(String provider, FaceLibrary library) {
    Checks.present(provider, PROVIDER);
    return library instanceof GuardedFaceLibrary
        ? library
        : new GuardedFaceLibrary(provider, Checks.present(library, "library"), Optional.empty());
  }

  private static ClassLoader apiLoader() {
    return FaceLibraries.class.getClassLoader();
  }
}
