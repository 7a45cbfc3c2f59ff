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
    return open(provider, settings, apiLoader());
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
    Checks.present(provider, PROVIDER);
    Map<String, String> copy = ProviderSettings.copy(settings);
    return open(InstalledProviders.ofLibraries(loader).named(provider), copy);
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
    Map<String, String> others = ProviderSettings.copy(settings);
    Optional<String> provider = Optional.ofNullable(others.remove(PROVIDER));
    InstalledProviders<FaceLibraryProvider> installed = InstalledProviders.ofLibraries(apiLoader());
    return open(provider.map(installed::named).orElseGet(installed::only), others);
  }

  /**
   * Opens a library with the settings of environment variables that begin with {@code
   * FACE_LIBRARY_}: see {@link ProviderSettings#fromEnvironment}. {@code FACE_LIBRARY_PROVIDER}
   * names the provider, and {@code FACE_LIBRARY_FACES_PER_PERSON} is the provider's setting {@code
   * faces-per-person}.
   *
   * @param environment variables by name, usually {@link System#getenv()}
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException if two variables set the same setting, or as {@link #open(Map)}
   *     does
   */
  public static FaceLibrary fromEnvironment(Map<String, String> environment) {
    return open(ProviderSettings.fromEnvironment(ENVIRONMENT_PREFIX, environment));
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

  private static FaceLibrary open(FaceLibraryProvider provider, Map<String, String> settings) {
    String name = provider.name();
    Optional<SimilarityScale> scale = ScaleSettings.takeFrom(settings);
    try {
      FaceLibrary library = provider.open(ProviderSettings.of(settings));
      if (library == null) {
        throw FaceLibraryException.of(
            ErrorKind.INTERNAL,
            Effect.NONE,
            "the provider " + name + " returned null for a library");
      }
      return guardOrClose(name, library, scale);
    } catch (FaceLibraryException e) {
      throw e;
    } catch (Exception e) {
      throw FaceLibraryException.builder(
              ErrorKind.INTERNAL,
              Effect.NONE,
              "the provider " + name + " failed to open a library: " + e.getClass().getName())
          .cause(e)
          .build();
    }
  }

  private static FaceLibrary guardOrClose(
      String name, FaceLibrary library, Optional<SimilarityScale> scale) {
    try {
      return scale.isPresent()
          ? new GuardedFaceLibrary(name, library, scale)
          : guard(name, library);
    } catch (RuntimeException e) {
      // No other code has a reference to the library, so no other code could close it.
      try {
        library.close();
      } catch (RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  private static ClassLoader apiLoader() {
    return FaceLibraries.class.getClassLoader();
  }
}
