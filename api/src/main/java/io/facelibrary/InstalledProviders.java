package io.facelibrary;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers that a class loader knows. A broken one is reported and does not hide the rest. */
final class InstalledProviders {
  // A class loader that cannot list its files says so at each step, for ever.
  private static final int MOST_BROKEN = 20;

  private final TreeMap<String, List<FaceLibraryProvider>> byName = new TreeMap<>();
  private final List<Throwable> broken = new ArrayList<>();

  private InstalledProviders() {}

  static InstalledProviders find(ClassLoader loader) {
    InstalledProviders found = new InstalledProviders();
    Iterator<FaceLibraryProvider> providers =
        ServiceLoader.load(FaceLibraryProvider.class, Checks.present(loader, "loader")).iterator();
    while (found.addNext(providers)) {
      // each step adds a provider or notes why it could not
    }
    return found;
  }

  private boolean addNext(Iterator<FaceLibraryProvider> providers) {
    try {
      if (!providers.hasNext()) {
        return false;
      }
      FaceLibraryProvider provider = providers.next();
      byName
          .computeIfAbsent(Checks.present(provider.name(), "name"), name -> new ArrayList<>())
          .add(provider);
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      broken.add(e);
    }
    return broken.size() < MOST_BROKEN;
  }

  FaceLibraryProvider named(String name) {
    List<FaceLibraryProvider> providers = byName.getOrDefault(name, List.of());
    if (providers.size() > 1) {
      throw failure("is the name of " + providers.size() + " providers on the class path");
    }
    if (providers.isEmpty()) {
      throw byName.isEmpty() ? none() : failure("must be one of " + byName.keySet() + remark());
    }
    return providers.get(0);
  }

  FaceLibraryProvider only() {
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
            + "; add one, such as the artifact io.facelibrary:facelibrary-provider-inmemory");
  }

  private String remark() {
    return broken.isEmpty() ? "" : " (" + broken.size() + " more could not be loaded)";
  }

  private InvalidRequestException failure(String rule) {
    InvalidRequestException failure = InvalidRequestException.of(FaceLibraries.PROVIDER, rule);
    broken.forEach(failure::addSuppressed);
    return failure;
  }
}
