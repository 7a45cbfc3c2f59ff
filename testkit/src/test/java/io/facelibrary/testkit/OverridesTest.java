package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class OverridesTest {
  abstract static class Honest extends FaceLibraryContract {
    @Override
    protected Harness newHarness() {
      return new NotebookHarness(Offered.ALL, it -> it);
    }
  }

  abstract static class Evading extends Honest {
    @Override
    public void countsRepeatedJoinsAsOne() {}
  }

  abstract static class EvadingByInheritance extends Evading {}

  @Test
  void ofMethodsOfTheProviderAreAllowed() {
    assertThatCode(() -> Overrides.refuse(Honest.class)).doesNotThrowAnyException();
  }

  @Test
  void ofTestsOfTheContractAreRefused() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> Overrides.refuse(EvadingByInheritance.class))
        .withMessageContaining("Evading overrides countsRepeatedJoinsAsOne")
        .withMessageContaining("capabilities or limits");
  }
}
