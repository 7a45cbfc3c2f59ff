package io.facelibrary.testkit;

import io.facelibrary.FaceLibraries;
import java.util.Map;

/** The smallest contract test of a provider, over the notebook as users open it. */
class NotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return () -> FaceLibraries.open("notebook", Map.of("faces-per-person", "5"));
  }
}
