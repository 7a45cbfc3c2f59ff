package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The contract catches every liar, each with the test that the liar names. */
class LiarsTest {
  /** Opens the library that the contract tests now. JUnit creates the test classes itself. */
  private static final ThreadLocal<Supplier<Harness>> ON_TRIAL = new ThreadLocal<>();

  /** Nested, and without a name that Maven takes for a test, so that only this class runs it. */
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
              BatchLiars.all(),
              PersonLiars.all(),
              GroupLiars.all(),
              PagingLiars.all(),
              AllPersonsLiars.all(),
              EnrollingLiars.all(),
              LookupLiars.all(),
              SearchingLiars.all(),
              SafeSearchLiars.all(),
              SearchInputLiars.all(),
              GuardLiars.all(),
              BaselineLiars.all(),
              LimitsLiars.all(),
              ArchiveLiars.all(),
              InterruptionLiars.all(),
              FailingLiars.all(),
              RacingLiars.all(),
              OpeningLiars.all(),
              StorageLiars.all())
          .flatMap(liars -> liars)
          .toList();

  /** The failed tests of each liar with the texts of their failures. Each trial runs once. */
  private static final Map<Liar, Map<String, String>> FAILURES = new ConcurrentHashMap<>();

  static List<Liar> liars() {
    return LIARS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("liars")
  void areCaughtByATestOfThePart(Liar liar) {
    assertThat(failures(liar).keySet()).as("tests that catch: %s", liar).contains(liar.caughtBy());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("liars")
  void areCaughtWithoutShowingASecret(Liar liar) {
    assertThat(failures(liar))
        .allSatisfy(
            (test, failure) ->
                assertThat(failure.contains(NotebookHarness.KEY))
                    .as("the failure of %s shows the key", test)
                    .isFalse());
  }

  @Test
  void everyTestOfTheContractCatchesALiar() {
    Set<String> neverFailed =
        Contract.tests().stream()
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    // It tests the guard of the API, whatever library is below.
    neverFailed.remove("reportsAForeignExceptionAsInternalWithItsCause");

    LIARS.forEach(liar -> neverFailed.removeAll(failures(liar).keySet()));

    assertThat(neverFailed).isEmpty();
  }

  @Test
  void everyPartHasLiars() {
    Set<Class<?>> parts = LIARS.stream().map(Liar::part).collect(Collectors.toSet());

    assertThat(parts).containsExactlyInAnyOrder(FaceLibraryContract.class.getInterfaces());
  }

  @Test
  void honestLibrariesPass() {
    for (var capabilities : List.of(Liar.DECLARED, Liar.LARGE)) {
      for (Class<?> part : FaceLibraryContract.class.getInterfaces()) {
        assertThat(failures(part, () -> new NotebookHarness(capabilities, it -> it))).isEmpty();
      }
    }
  }

  @Test
  void aDurableHarnessThatCannotReopenFailsWithAMessage() {
    assertThat(failureOf("has a harness that does not crash")).contains("openAfterCrash()");
    assertThat(failureOf("has a harness that does not reopen after close"))
        .contains("the harness declares durable() and does not implement openAfterClose()");
  }

  private static String failureOf(String defect) {
    Liar liar = LIARS.stream().filter(it -> it.defect().equals(defect)).findFirst().orElseThrow();
    return failures(liar).get(liar.caughtBy());
  }

  private static Map<String, String> failures(Liar liar) {
    return FAILURES.computeIfAbsent(liar, it -> failures(it.part(), it.harness()));
  }

  /** Returns the failed tests of the whole contract. */
  static Map<String, String> failures(Supplier<Harness> harness) {
    return failures(harness, selectClass(Trial.class));
  }

  private static Map<String, String> failures(Class<?> part, Supplier<Harness> harness) {
    DiscoverySelector[] tests =
        Arrays.stream(part.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> selectMethod(Trial.class, method.getName()))
            .toArray(DiscoverySelector[]::new);
    return failures(harness, tests);
  }

  private static Map<String, String> failures(
      Supplier<Harness> harness, DiscoverySelector... tests) {
    ON_TRIAL.set(harness);
    try {
      return EngineTestKit.engine("junit-jupiter")
          .configurationParameter(ConformanceRecorder.PARAMETER, ConformanceRecorder.OFF)
          .selectors(tests)
          .execute()
          .testEvents()
          .failed()
          .stream()
          .collect(
              Collectors.toMap(
                  LiarsTest::methodName, LiarsTest::text, String::concat, TreeMap::new));
    } finally {
      ON_TRIAL.remove();
    }
  }

  private static String methodName(Event event) {
    String name = event.getTestDescriptor().getDisplayName();
    return name.substring(0, name.indexOf('('));
  }

  /** Returns the failure as a test report prints it, with causes. */
  private static String text(Event event) {
    StringWriter text = new StringWriter();
    event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .ifPresent(failure -> failure.printStackTrace(new PrintWriter(text)));
    return text.toString();
  }
}
