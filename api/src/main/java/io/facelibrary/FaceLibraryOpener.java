package io.facelibrary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the settings and resources of a library, and opens it: see {@link
 * FaceLibraries#opener(String)}. Not thread-safe.
 *
 * <pre>{@code
 * FaceLibrary library =
 *     FaceLibraries.opener("inmemory")
 *         .setting("faces-per-person", "5")
 *         .resource(Clock.class, clock)
 *         .open();
 * }</pre>
 */
public final class FaceLibraryOpener {
  private final Optional<String> provider;
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<Class<?>, Object> resources = new LinkedHashMap<>();
  private Optional<EnvironmentSettings> environment = Optional.empty();
  private ClassLoader loader = FaceLibraries.class.getClassLoader();

  FaceLibraryOpener(Optional<String> provider) {
    this.provider = provider;
  }

  /**
   * Adds settings. They replace earlier ones of the same names.
   *
   * @param settings values by name
   */
  public FaceLibraryOpener settings(Map<String, String> settings) {
    this.settings.putAll(ProviderSettings.copy(settings));
    return this;
  }

  /** Adds a setting. It replaces an earlier one of the same name. A blank value is no value. */
  public FaceLibraryOpener setting(String name, String value) {
    settings.put(Checks.present(name, "name of a setting"), Checks.present(value, name));
    return this;
  }

  /**
   * Adds the settings of environment variables: see {@link ProviderSettings#fromEnvironment}.
   * Settings that are set here override them.
   *
   * @param prefix the beginning of the variables' names, such as {@code VISITORS_}. With several
   *     libraries, no prefix may begin with another one.
   * @param environment variables by name, usually {@link System#getenv()}
   */
  public FaceLibraryOpener environment(String prefix, Map<String, String> environment) {
    this.environment = Optional.of(new EnvironmentSettings(prefix, environment));
    return this;
  }

  /**
   * Passes an object that the provider uses. The library does not close it, so the caller closes it
   * after the library.
   *
   * @param type a type that the provider lists in {@link FaceLibraryProvider#resources}
   */
  public <T> FaceLibraryOpener resource(Class<T> type, T resource) {
    resources.put(Checks.present(type, "type"), Checks.present(resource, "resource"));
    return this;
  }

  /** Sets where providers are looked for, instead of the class loader of this API. */
  public FaceLibraryOpener classLoader(ClassLoader loader) {
    this.loader = Checks.present(loader, "loader");
    return this;
  }

  /**
   * Opens the library. Makes no remote call.
   *
   * @return the library, guarded; the caller closes it
   * @throws InvalidRequestException if there is no such provider, a setting is unknown, missing or
   *     breaks its rule, or the provider does not use a resource
   */
  public FaceLibrary open() {
    InstalledProviders<FaceLibraryProvider> installed = InstalledProviders.ofLibraries(loader);
    FaceLibraryProvider chosen = providerName().map(installed::named).orElseGet(installed::only);
    String name = chosen.name();
    try {
      return open(chosen, name);
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

  private Optional<String> providerName() {
    if (provider.isPresent()) {
      return provider;
    }
    return Optional.ofNullable(settings.get(FaceLibraries.PROVIDER))
        .filter(name -> !name.isBlank())
        .or(() -> environment.flatMap(it -> it.find(FaceLibraries.PROVIDER)))
        .map(String::strip);
  }

  private FaceLibrary open(FaceLibraryProvider provider, String name) {
    checkResources(provider, name);
    LibrarySettings declared = new LibrarySettings(provider, loader);
    ProviderSettings checked =
        declared.checked(ProviderSettings.of(values(declared), Map.copyOf(resources), loader));
    Optional<SimilarityScale> scale = ScaleSettings.scale(checked);
    FaceLibrary library = provider.open(checked);
    if (library == null) {
      throw FaceLibraryException.of(
          ErrorKind.INTERNAL, Effect.NONE, "the provider " + name + " returned null for a library");
    }
    return guardOrClose(name, library, scale);
  }

  private Map<String, String> values(LibrarySettings declared) {
    Map<String, String> values =
        environment.map(it -> it.read(declared.inEnvironment())).orElseGet(TreeMap::new);
    values.remove(FaceLibraries.PROVIDER);
    settings.forEach(
        (setting, value) -> {
          // An earlier variable stays if the value is blank.
          if (!value.isBlank()) {
            values.put(setting, value);
          }
        });
    if (provider.isEmpty()) {
      values.remove(FaceLibraries.PROVIDER);
    }
    return values;
  }

  private void checkResources(FaceLibraryProvider provider, String name) {
    Set<Class<?>> used = provider.resources();
    TreeSet<String> names = new TreeSet<>();
    used.forEach(type -> names.add(type.getName()));
    for (Class<?> type : resources.keySet()) {
      if (!used.contains(type)) {
        throw InvalidRequestException.of(
            type.getName(),
            "is not a resource of the provider " + name + "; its resources are " + names);
      }
    }
  }

  /** The only place where libraries that are opened by name are guarded. */
  private static FaceLibrary guardOrClose(
      String name, FaceLibrary library, Optional<SimilarityScale> scale) {
    try {
      // A library that its builder guarded already is guarded again, by the scale of the settings.
      return scale.isPresent()
          ? new GuardedFaceLibrary(name, library, scale)
          : FaceLibraries.guard(name, library);
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
}
