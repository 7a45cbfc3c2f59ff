package io.facelibrary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens libraries by the name of their provider. Providers are found by {@link
 * java.util.ServiceLoader} afresh at each call; nothing is cached, nothing is chosen silently.
 *
 * <p>Every library that is opened here is guarded: see {@link #guard}.
 */
public final class FaceLibraries {

  /** The setting that names the provider, for {@link #open(Map)}: {@value}. */
  public static final String PROVIDER = "provider";

  private static final String ENVIRONMENT_PREFIX = "FACE_LIBRARY_";

  private FaceLibraries() {}

  /**
   * Opens a library. Makes no remote call.
   *
   * @param provider such as {@code inmemory}
   * @param settings the provider's settings, see its documentation; unknown ones are errors
   * @throws InvalidRequestException if there is no such provider (it lists those there are), or a
   *     setting is unknown, missing or out of its range (the field is its name)
   */
  public static FaceLibrary open(String provider, Map<String, String> settings) {
    return open(provider, settings, apiLoader());
  }

  /**
   * Opens a library of a provider that another class loader knows.
   *
   * @param loader where to look for providers, instead of the class loader of this API
   * @throws InvalidRequestException as {@link #open(String, Map)} does
   */
  public static FaceLibrary open(
      String provider, Map<String, String> settings, ClassLoader loader) {
    Checks.present(provider, PROVIDER);
    ProviderSettings checked = ProviderSettings.of(settings);
    return open(InstalledProviders.ofLibraries(loader).named(provider), checked);
  }

  /**
   * Opens a library of the provider that the setting {@value #PROVIDER} names. Without it, the one
   * provider that is installed is used, and several are an error.
   *
   * @throws InvalidRequestException as {@link #open(String, Map)} does
   */
  public static FaceLibrary open(Map<String, String> settings) {
    Map<String, String> others = ProviderSettings.copy(settings);
    Optional<String> provider = Optional.ofNullable(others.remove(PROVIDER));
    InstalledProviders<FaceLibraryProvider> installed = InstalledProviders.ofLibraries(apiLoader());
    return open(
        provider.map(installed::named).orElseGet(installed::only), ProviderSettings.of(others));
  }

  /**
   * Opens a library as environment variables say: {@code FACE_LIBRARY_PROVIDER} names the provider,
   * and {@code FACE_LIBRARY_FACES_PER_PERSON} is its setting {@code faces-per-person}. Variables
   * that do not begin with {@code FACE_LIBRARY_} are ignored.
   *
   * @param environment usually {@link System#getenv()}
   * @throws InvalidRequestException as {@link #open(Map)} does
   */
  public static FaceLibrary fromEnvironment(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    ProviderSettings.copy(environment)
        .forEach(
            (variable, value) -> {
              if (variable.startsWith(ENVIRONMENT_PREFIX)) {
                String name = variable.substring(ENVIRONMENT_PREFIX.length());
                String setting = name.toLowerCase(Locale.ROOT).replace('_', '-');
                if (settings.putIfAbsent(setting, value) != null) {
                  throw InvalidRequestException.of(setting, "is set by two variables");
                }
              }
            });
    return open(settings);
  }

  /**
   * Returns the providers that can be named, by name; those that cannot be loaded are left out. For
   * programs that let people choose.
   */
  public static List<FaceLibraryProvider> providers() {
    return InstalledProviders.ofLibraries(apiLoader()).all();
  }

  /**
   * Guards a library: requests beyond its {@link Capabilities} and {@link Limits} and calls after
   * {@link FaceLibrary#close()} are refused before it is asked, every error says which call it was,
   * and an exception that is no {@link FaceLibraryException} becomes {@link ErrorKind#INTERNAL}.
   *
   * <p>For providers' own builders. A library that is guarded already is returned as it is.
   *
   * @param provider the provider's name, for {@link CallInfo#provider()}
   */
  public static FaceLibrary guard(String provider, FaceLibrary library) {
    Checks.present(provider, PROVIDER);
    return library instanceof GuardedFaceLibrary
        ? library
        : new GuardedFaceLibrary(provider, Checks.present(library, "library"));
  }

  private static FaceLibrary open(FaceLibraryProvider provider, ProviderSettings settings) {
    String name = provider.name();
    try {
      FaceLibrary library = provider.open(settings);
      if (library == null) {
        throw FaceLibraryException.of(
            ErrorKind.INTERNAL, Effect.NONE, "the provider " + name + " opened null");
      }
      return guardOrClose(name, library);
    } catch (FaceLibraryException e) {
      throw e;
    } catch (Exception e) {
      throw FaceLibraryException.builder(
              ErrorKind.INTERNAL,
              Effect.NONE,
              "the provider " + name + " could not open: " + e.getClass().getName())
          .cause(e)
          .build();
    }
  }

  private static FaceLibrary guardOrClose(String name, FaceLibrary library) {
    try {
      return guard(name, library);
    } catch (RuntimeException e) {
      // Nobody else holds the library, so nobody else could close it.
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
