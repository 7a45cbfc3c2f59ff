package io.facelibrary.testkit;

import java.util.function.UnaryOperator;

/** The contract over a durable library, found by name, with every capability and no limit. */
class DurableNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new NotebookHarness(Offered.ALL, UnaryOperator.identity());
  }
}
