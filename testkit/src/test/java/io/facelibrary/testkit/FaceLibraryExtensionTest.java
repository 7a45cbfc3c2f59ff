package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class FaceLibraryExtensionTest {
  private static final PersonId ADA = PersonId.of("ada");

  /** The libraries that the extension passed to the tests below. */
  private static final List<FaceLibrary> GIVEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    GIVEN.clear();
  }

  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  static final class OfTheMethod {
    @RegisterExtension
    static final FaceLibraryExtension FACES = FaceLibraryExtension.with("notebook", Map.of());

    @Test
    void first(FaceLibrary library) {
      use(library);
    }

    @Test
    void second(FaceLibrary library) {
      use(library);
    }

    private static void use(FaceLibrary library) {
      GIVEN.add(library);
      assertThat(library.findPerson(ADA)).isEmpty();
      library.addPerson(AddPerson.of(ADA));
    }
  }

  static final class OfTheConstructor {
    @RegisterExtension
    static final FaceLibraryExtension FACES =
        FaceLibraryExtension.with("notebook", Map.of("faces-per-person", "3"));

    private final FaceLibrary library;

    OfTheConstructor(FaceLibrary library) {
      this.library = library;
      GIVEN.add(library);
      assertThat(library.findPerson(ADA)).isEmpty();
    }

    @BeforeEach
    void addAPerson(FaceLibrary same) {
      assertThat(same).isSameAs(library);
      library.addPerson(AddPerson.of(ADA));
    }

    @Test
    void first(FaceLibrary same) {
      assertThat(same).isSameAs(library);
      assertThat(library.capabilities().limits().facesPerPerson()).hasValue(3);
    }

    @Test
    void second() {
      assertThat(library.findPerson(ADA)).isPresent();
    }

    @AfterEach
    void isStillOpen() {
      assertThat(library.findPerson(ADA)).isPresent();
    }
  }

  @ExtendWith(FaceLibraryExtension.class)
  static final class WithoutAnInMemoryProvider {
    @Test
    void any(FaceLibrary library) {
      GIVEN.add(library);
    }
  }

  static final class WithAWrongSetting {
    @RegisterExtension
    static final FaceLibraryExtension FACES =
        FaceLibraryExtension.with("notebook", Map.of("faces-per-person", "many"));

    @Test
    void any(FaceLibrary library) {
      GIVEN.add(library);
    }
  }

  @Test
  void opensALibraryForEachTestMethodAndClosesItAfterwards() {
    run(OfTheMethod.class).assertStatistics(it -> it.succeeded(2).failed(0));

    assertThat(GIVEN).hasSize(2).doesNotHaveDuplicates();
    assertAllClosed();
  }

  @Test
  void passesTheLibraryOfTheTestToTheConstructor() {
    run(OfTheConstructor.class).assertStatistics(it -> it.succeeded(2).failed(0));

    assertThat(GIVEN).hasSize(2).doesNotHaveDuplicates();
    assertAllClosed();
  }

  private static void assertAllClosed() {
    assertThat(GIVEN)
        .allSatisfy(
            library ->
                Failing.assertInvalid("library", () -> library.addPerson(AddPerson.of(ADA))));
  }

  @Test
  void namesTheMissingArtifact() {
    String message = failureOf(WithoutAnInMemoryProvider.class);

    assertThat(message).contains("inmemory", "io.facelibrary:facelibrary-provider-inmemory");
  }

  @Test
  void namesTheWrongSetting() {
    assertThat(failureOf(WithAWrongSetting.class))
        .contains("notebook", "faces-per-person must be a whole number from 1 to 100");
  }

  private static String failureOf(Class<?> tests) {
    var failed = run(tests).failed().list();
    assertThat(failed).hasSize(1);
    assertThat(GIVEN).isEmpty();
    return failed
        .get(0)
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .map(Throwable::getMessage)
        .orElse("");
  }
}
