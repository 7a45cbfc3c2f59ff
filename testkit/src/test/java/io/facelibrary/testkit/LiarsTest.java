package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
  /** What the contract runs on at the moment; the engine makes the test classes by itself. */
  private static final ThreadLocal<Supplier<Harness>> ON_TRIAL = new ThreadLocal<>();

  /** Nested, and named otherwise than a test, so that nobody else runs it. */
  static final class Trial extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return ON_TRIAL.get().get();
    }
  }

  static List<Liar> liars() {
    return Stream.of(
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
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("liars")
  void areFoundOutByATestOfTheArea(Liar liar) {
    assertThat(failedTests(liar.area(), liar.harness())).contains(liar.foundOutBy());
  }

  @Test
  void everyAreaHasLiars() {
    Set<Class<?>> lied = liars().stream().map(Liar::area).collect(Collectors.toSet());

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
