package io.facelibrary.resilience;

import io.facelibrary.Limits;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, through the layer with its default settings. */
class ResilientContractTest extends FaceLibraryContract {
  private static final Limits LIMITS =
      Limits.builder()
          .facesPerPerson(6)
          .imagesPerCall(10)
          .groups(12)
          .groupsPerSearch(3)
          .resultsPerSearch(2)
          .imageBytes(100_000)
          .urlLength(300)
          .build();

  @Override
  protected Harness newHarness() {
    return () ->
        ResilientFaceLibrary.around(InMemoryFaceLibrary.builder().limits(LIMITS).open()).build();
  }
}
