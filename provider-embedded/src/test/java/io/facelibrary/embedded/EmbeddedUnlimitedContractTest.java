package io.facelibrary.embedded;

import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, on a library that has no limits and keeps no images. */
@ConformanceReport(title = "embedded: in a folder, without limits", copy = "docs/conformance")
class EmbeddedUnlimitedContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new FolderHarness(folder -> EmbeddedFaceLibrary.builder(folder).withoutImages().open());
  }
}
