package io.facelibrary.testkit;

import io.facelibrary.Capability;
import java.util.function.UnaryOperator;

/** The contract over a library that accepts images by URL only and does not search. */
class UrlOnlyNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new NotebookHarness(
        Offered.without(Capability.IMAGE_BYTES, Capability.SEARCH), UnaryOperator.identity());
  }
}
