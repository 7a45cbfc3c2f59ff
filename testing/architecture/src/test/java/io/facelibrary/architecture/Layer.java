package io.facelibrary.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The map of the project: each module by its package, and the packages that its classes may use
 * besides the Java platform. A module that is not here fails the build.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and List.of are immutable.
enum Layer {
  API("api", "io.facelibrary", Set.of()),
  FIXED_SEEDS("testing/fixed-seeds", "io.facelibrary.seeds", Set.of(), "net.jqwik"),
  TESTKIT(
      "testkit",
      "io.facelibrary.testkit",
      Set.of(API),
      "org.junit",
      "org.opentest4j",
      "org.assertj"),
  ENGINE("engine", "io.facelibrary.engine", Set.of(API)),
  ENGINE_FIXTURES("testing/engine-fixtures", "io.facelibrary.enginefixtures", Set.of(API, ENGINE)),
  INMEMORY("provider-inmemory", "io.facelibrary.inmemory", Set.of(API, ENGINE)),
  EMBEDDED("provider-embedded", "io.facelibrary.embedded", Set.of(API, ENGINE), "org.sqlite"),
  ALIYUN(
      "provider-aliyun",
      "io.facelibrary.aliyun",
      Set.of(API),
      "com.aliyun",
      "com.aliyuncs",
      "com.fasterxml.jackson",
      "org.apache.http"),
  RESILIENCE("resilience", "io.facelibrary.resilience", Set.of(API)),
  GUICE("guice", "io.facelibrary.guice", Set.of(API), "com.google.inject", "jakarta.inject"),
  SERVER_GREEN(
      "server-green",
      "io.facelibrary.green",
      Set.of(API),
      "org.eclipse.jetty",
      "com.fasterxml.jackson"),
  SERVER_GREEN_APP(
      "server-green-app", "io.facelibrary.green.app", Set.of(API, SERVER_GREEN), "io.micrometer"),
  SERVER_GREEN_JUNIT5(
      "server-green-junit5", "io.facelibrary.green.junit5", Set.of(API, SERVER_GREEN), "org.junit"),
  RECOGNITION("recognition", "io.facelibrary.recognition", Set.of(API), "com.twelvemonkeys"),
  RECOGNITION_ONNX(
      "recognition-onnx",
      "io.facelibrary.recognition.onnx",
      Set.of(API, RECOGNITION),
      "ai.onnxruntime"),
  TRANSFER(
      "transfer",
      "io.facelibrary.transfer",
      Set.of(API),
      "com.fasterxml.jackson",
      "org.apache.commons.csv"),
  CLI(
      "cli",
      "io.facelibrary.cli",
      Set.of(API, TRANSFER, RESILIENCE, SERVER_GREEN),
      "picocli",
      "com.fasterxml.jackson"),
  EXAMPLES(
      "examples",
      "io.facelibrary.examples",
      Set.of(
          API, TESTKIT, INMEMORY, EMBEDDED, ALIYUN, RESILIENCE, GUICE, SERVER_GREEN, RECOGNITION),
      "com.google.inject",
      "jakarta.inject"),
  BENCHMARKS(
      "benchmarks",
      "io.facelibrary.benchmarks",
      Set.of(
          API,
          ENGINE,
          INMEMORY,
          EMBEDDED,
          ALIYUN,
          RESILIENCE,
          SERVER_GREEN,
          RECOGNITION,
          RECOGNITION_ONNX),
      "org.openjdk.jmh",
      "com.aliyuncs",
      "com.fasterxml.jackson",
      "com.google.gson",
      "com.github.tomakehurst",
      "org.eclipse.jetty");

  private static final String PROJECT = "io.facelibrary";
  private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "com.sun.");
  private static final String NULLNESS = "org.jspecify.annotations";

  private final String folder;
  private final String rootPackage;
  private final Set<Layer> below;
  private final List<String> libraries;

  Layer(String folder, String rootPackage, Set<Layer> below, String... libraries) {
    this.folder = folder;
    this.rootPackage = rootPackage;
    this.below = below;
    this.libraries = List.of(libraries);
  }

  String folder() {
    return folder;
  }

  String rootPackage() {
    return rootPackage;
  }

  Set<Layer> below() {
    return below;
  }

  boolean isProgram() {
    return this == EXAMPLES || this == BENCHMARKS || this == SERVER_GREEN_APP || this == CLI;
  }

  /** Finds the layer of a package of this project: the layer with the longest matching package. */
  static Optional<Layer> of(String packageName) {
    return Arrays.stream(values())
        .filter(it -> it.owns(packageName))
        .max(Comparator.comparingInt(it -> it.rootPackage.length()));
  }

  private boolean owns(String packageName) {
    // The names of all packages begin with that of the API, so the API owns its own package only.
    return packageName.equals(rootPackage)
        || (this != API && packageName.startsWith(rootPackage + '.'));
  }

  static boolean isOurs(String packageName) {
    return packageName.equals(PROJECT) || packageName.startsWith(PROJECT + '.');
  }

  /** An engine runs the networks that are internal to recognition. */
  private boolean isSharedWith(Layer owner) {
    return this == RECOGNITION_ONNX && owner == RECOGNITION;
  }

  /** Returns why a class of this layer may not use that package, or empty if it may. */
  Optional<String> refusal(String packageName) {
    if (isOurs(packageName)) {
      Optional<Layer> target = of(packageName);
      if (target.isEmpty()) {
        return Optional.of(packageName + " is in no layer: add it to the map");
      }
      if (target.get() == this) {
        return Optional.empty();
      }
      if (packageName.contains(".internal") && !isSharedWith(target.get())) {
        return Optional.of(packageName + " is internal to " + target.get().folder);
      }
      return below.contains(target.get())
          ? Optional.empty()
          : Optional.of(folder + " may not use " + target.get().folder);
    }
    boolean isAllowed =
        packageName.isEmpty()
            || PLATFORM.stream().anyMatch((packageName + '.')::startsWith)
            || packageName.equals(NULLNESS)
            || libraries.stream().anyMatch(it -> (packageName + '.').startsWith(it + '.'));
    return isAllowed
        ? Optional.empty()
        : Optional.of(folder + " may not use the library " + packageName);
  }
}
