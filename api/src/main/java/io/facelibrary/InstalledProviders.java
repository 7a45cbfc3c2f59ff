package io.facelibrary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The providers of one type that a class loader finds. A provider that cannot be loaded is reported
 * and does not hide the others.
 *
 * @param <P> the type
 */
final class InstalledProviders<P> {
  // A class loader that cannot list its files fails at each step, without end.
  private static final int MAX_BROKEN = 20;

  private final TreeMap<String, List<P>> byName = new TreeMap<>();
  private final List<Throwable> broken = new ArrayList<>();
  private final String field;
  private final String artifact;

  private InstalledProviders(String field, String artifact) {
    this.field = field;
    this.artifact = artifact;
  }

  /** Returns the providers of libraries. */
  static InstalledProviders<FaceLibraryProvider> ofLibraries(ClassLoader loader) {
    return find(
        ServiceLoader.load(FaceLibraryProvider.class, Checks.present(loader, "loader")).iterator(),
        FaceLibraryProvider::name,
        new InstalledProviders<>(FaceLibraries.PROVIDER, "facelibrary-provider-inmemory"));
  }

  /** Returns the providers of encoders. */
  static InstalledProviders<FaceEncoderProvider> ofEncoders(ClassLoader loader) {
    return find(
        ServiceLoader.load(FaceEncoderProvider.class, Checks.present(loader, "loader")).iterator(),
        FaceEncoderProvider::name,
        new InstalledProviders<>(FaceEncoders.ENCODER, "facelibrary-recognition"));
  }

  private static <P> InstalledProviders<P> find(
      Iterator<P> providers, Function<P, String> name, InstalledProviders<P> found) {
    while (found.addNext(providers, name)) {
      // Each step adds a provider or records why it cannot be loaded.
    }
    return found;
  }

  private boolean addNext(Iterator<P> providers, Function<P, String> name) {
    try {
      if (!providers.hasNext()) {
        return false;
      }
      P provider = providers.next();
      byName
          .computeIfAbsent(
              Checks.present(name.apply(provider), "name"), unused -> new ArrayList<>())
          .add(provider);
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      broken.add(e);
    }
    return broken.size() < MAX_BROKEN;
  }

  /** Returns the providers that could be loaded, in the order of their names. */
  List<P> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  P named(String name) {
    List<P> providers = byName.getOrDefault(name, List.of());
    if (providers.size() > 1) {
      throw failure("is the name of " + providers.size() + " providers on the class path");
    }
    if (providers.isEmpty()) {
      throw byName.isEmpty()
          ? noneInstalled()
          : failure("must be one of " + byName.keySet() + brokenNote());
    }
    return providers.get(0);
  }

  P only() {
    if (byName.isEmpty()) {
      throw noneInstalled();
    }
    if (byName.size() > 1) {
      throw failure("must be set, to one of " + byName.keySet() + brokenNote());
    }
    return named(byName.firstKey());
  }

  private InvalidRequestException noneInstalled() {
    return failure(
        "cannot be found: no provider is on the class path"
            + brokenNote()
            + "; add one, such as the artifact io.facelibrary:"
            + artifact);
  }

  private String brokenNote() {
    return broken.isEmpty() ? "" : " (" + broken.size() + " more could not be loaded)";
  }

  private InvalidRequestException failure(String rule) {
    InvalidRequestException failure = InvalidRequestException.of(field, rule);
    broken.forEach(failure::addSuppressed);
    return failure;
  }
}
