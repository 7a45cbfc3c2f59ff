package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class LiarsTest {
  private static final int MOST_TRIALS = 3;

  /** What the contract runs on at the moment; the engine makes the test classes by itself. */
  private static final ThreadLocal<Supplier<Harness>> ON_TRIAL = new ThreadLocal<>();

  /** Nested, and named otherwise than a test, so that nobody else runs it. */
  static final class Trial extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return ON_TRIAL.get().get();
    }
  }

  private static final List<Liar> LIARS =
      Stream.of(
              AddingLiars.all(),
              DeletingLiars.all(),
              QueryingLiars.all(),
              PersonLiars.all(),
              GroupLiars.all(),
              PagingLiars.all(),
              SearchingLiars.all(),
              GuardLiars.all(),
              FailingLiars.all(),
              RacingLiars.all(),
              OpeningLiars.all())
          .flatMap(liars -> liars)
          .toList();

  /** Each trial is held once, whoever asks. */
  private static final Map<Liar, Set<String>> FOUND_OUT = new ConcurrentHashMap<>();

  static List<Liar> liars() {
    return LIARS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("liars")
  void areFoundOutByATestOfTheArea(Liar liar) {
    assertThat(failedTests(liar)).as("what finds out: %s", liar).contains(liar.caughtBy());
  }

  @Test
  void everyTestOfTheContractFindsOutSomebody() {
    Set<String> neverFailed = allTests();
    // Its subject is the guard of the api; no library below can change the outcome.
    neverFailed.remove("reportsAForeignExceptionAsInternalWithItsCause");

    LIARS.forEach(liar -> neverFailed.removeAll(failedTests(liar)));

    assertThat(neverFailed).isEmpty();
  }

  private static Set<String> allTests() {
    return Arrays.stream(FaceLibraryContract.class.getInterfaces())
        .flatMap(area -> Arrays.stream(area.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> failedTests(Liar liar) {
    return FOUND_OUT.computeIfAbsent(liar, LiarsTest::tried);
  }

  /** Whether a race is run into is a matter of luck, so a liar may be tried again. */
  private static Set<String> tried(Liar liar) {
    Set<String> failed = new HashSet<>();
    for (int trial = 0; trial < MOST_TRIALS && !failed.contains(liar.caughtBy()); trial++) {
      failed.addAll(failedTests(liar.area(), liar.harness()));
    }
    return failed;
  }

  @Test
  void everyAreaHasLiars() {
    Set<Class<?>> lied = LIARS.stream().map(Liar::area).collect(Collectors.toSet());

    assertThat(lied).containsExactlyInAnyOrder(FaceLibraryContract.class.getInterfaces());
  }

  @Test
  void honestLibrariesAreNotFoundOut() {
    for (Class<?> area : FaceLibraryContract.class.getInterfaces()) {
      assertThat(failedTests(area, () -> new NotebookHarness(Liar.DECLARED, it -> it))).isEmpty();
    }
  }

  private static Set<String> failedTests(Class<?> area, Supplier<Harness> harness) {
    DiscoverySelector[] tests =
        Arrays.stream(area.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> selectMethod(Trial.class, method.getName()))
            .toArray(DiscoverySelector[]::new);
    ON_TRIAL.set(harness);
    try {
      return EngineTestKit.engine("junit-jupiter")
          .selectors(tests)
          .execute()
          .testEvents()
          .failed()
          .stream()
          .map(LiarsTest::methodName)
          .collect(Collectors.toSet());
    } finally {
      ON_TRIAL.remove();
    }
  }

  private static String methodName(Event event) {
    String name = event.getTestDescriptor().getDisplayName();
    return name.substring(0, name.indexOf('('));
  }
}
