package io.facelibrary.testkit;

import io.facelibrary.CallInfo;
import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes of one test class. JUnit may run its tests in parallel. */
final class ClassOutcomes {
  private static final Set<String> TESTS =
      Contract.tests().stream().map(Method::getName).collect(Collectors.toUnmodifiableSet());

  private final Class<?> testClass;
  private final Map<String, TestOutcome> outcomes = new TreeMap<>();
  private Optional<Setup> setup = Optional.empty();

  ClassOutcomes(Class<?> testClass) {
    this.testClass = testClass;
  }

  private record Setup(String provider, int contract, boolean durable, Capabilities capabilities) {}

  /** Takes the description of the library from the first test that opened one. */
  synchronized void describe(FaceLibraryContract contract) {
    if (setup.isEmpty()) {
      setup =
          contract
              .openedLibrary()
              .map(
                  it ->
                      new Setup(
                          providerOf(it),
                          Math.min(contract.harness().contract(), FaceLibraryContract.VERSION),
                          contract.harness().durable(),
                          it.capabilities()));
    }
  }

  /** Returns the provider that the guard names when it refuses a call. */
  private static String providerOf(FaceLibrary library) {
    try {
      library.findPerson(Failing.absent());
      return "unknown";
    } catch (FaceLibraryException e) {
      return e.call().map(CallInfo::provider).orElse("unknown");
    } catch (RuntimeException e) {
      return "unknown";
    }
  }

  synchronized void record(String test, TestOutcome outcome) {
    if (TESTS.contains(test)) {
      outcomes.put(test, outcome);
    }
  }

  String name() {
    return testClass.getSimpleName();
  }

  synchronized Map<String, TestOutcome> outcomes() {
    return Map.copyOf(outcomes);
  }

  /** Returns the report if every test of the contract ran and a library was opened. */
  synchronized Optional<Conformance> conformance() {
    return setup
        .filter(it -> outcomes.keySet().equals(TESTS))
        .map(
            it -> {
              String name = Conformance.setup(it.provider(), testClass);
              String title =
                  Optional.ofNullable(testClass.getAnnotation(ConformanceReport.class))
                      .map(ConformanceReport::title)
                      .orElse(name);
              return new Conformance(
                  name,
                  title,
                  it.provider(),
                  it.contract(),
                  it.durable(),
                  it.capabilities(),
                  outcomes());
            });
  }
}
