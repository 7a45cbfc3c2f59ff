package io.facelibrary.embedded;

import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, on a library that limits nothing and keeps no images. */
class EmbeddedUnlimitedContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new FolderHarness(folder -> EmbeddedFaceLibrary.builder(folder).withoutImages().open());
  }
}
