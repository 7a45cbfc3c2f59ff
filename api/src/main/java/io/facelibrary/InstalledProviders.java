package io.facelibrary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The providers of one kind that a class loader knows. A broken one is reported and does not hide
 * the rest.
 *
 * @param <P> the kind
 */
final class InstalledProviders<P> {
  // A class loader that cannot list its files says so at each step, for ever.
  private static final int MOST_BROKEN = 20;

  private final TreeMap<String, List<P>> byName = new TreeMap<>();
  private final List<Throwable> broken = new ArrayList<>();
  private final String field;
  private final String artifact;

  private InstalledProviders(String field, String artifact) {
    this.field = field;
    this.artifact = artifact;
  }

  /** Those that open libraries. */
  static InstalledProviders<FaceLibraryProvider> ofLibraries(ClassLoader loader) {
    return find(
        ServiceLoader.load(FaceLibraryProvider.class, Checks.present(loader, "loader")).iterator(),
        FaceLibraryProvider::name,
        new InstalledProviders<>(FaceLibraries.PROVIDER, "facelibrary-provider-inmemory"));
  }

  /** Those that open encoders. */
  static InstalledProviders<FaceEncoderProvider> ofEncoders(ClassLoader loader) {
    return find(
        ServiceLoader.load(FaceEncoderProvider.class, Checks.present(loader, "loader")).iterator(),
        FaceEncoderProvider::name,
        new InstalledProviders<>(FaceEncoders.ENCODER, "facelibrary-recognition"));
  }

  private static <P> InstalledProviders<P> find(
      Iterator<P> providers, Function<P, String> name, InstalledProviders<P> found) {
    while (found.addNext(providers, name)) {
      // each step adds a provider or notes why it could not
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
    return broken.size() < MOST_BROKEN;
  }

  /** All that could be loaded, by name. */
  List<P> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  P named(String name) {
    List<P> providers = byName.getOrDefault(name, List.of());
    if (providers.size() > 1) {
      throw failure("is the name of " + providers.size() + " providers on the class path");
    }
    if (providers.isEmpty()) {
      throw byName.isEmpty() ? none() : failure("must be one of " + byName.keySet() + remark());
    }
    return providers.get(0);
  }

  P only() {
    if (byName.isEmpty()) {
      throw none();
    }
    if (byName.size() > 1) {
      throw failure("must be set, to one of " + byName.keySet() + remark());
    }
    return named(byName.firstKey());
  }

  private InvalidRequestException none() {
    return failure(
        "cannot be found: no provider is on the class path"
            + remark()
            + "; add one, such as the artifact io.facelibrary:"
            + artifact);
  }

  private String remark() {
    return broken.isEmpty() ? "" : " (" + broken.size() + " more could not be loaded)";
  }

  private InvalidRequestException failure(String rule) {
    InvalidRequestException failure = InvalidRequestException.of(field, rule);
    broken.forEach(failure::addSuppressed);
    return failure;
  }
}
