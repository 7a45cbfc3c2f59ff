package io.facelibrary.inmemory;

import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, on a library with the defaults of its builder. */
@ConformanceReport(title = "inmemory: in memory, without limits", copy = "docs/conformance")
class UnlimitedContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return () -> InMemoryFaceLibrary.builder().open();
  }
}
