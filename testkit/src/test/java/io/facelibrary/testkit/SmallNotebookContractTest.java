package io.facelibrary.testkit;

import io.facelibrary.Limits;
import java.util.function.UnaryOperator;

/** The contract over a library with a small value of every limit. */
class SmallNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    Limits limits =
        Limits.builder()
            .facesPerPerson(4)
            .imagesPerCall(3)
            .idLength(32)
            .idPattern("[A-Za-z0-9_-]+")
            .groups(8)
            .groupsPerSearch(3)
            .resultsPerSearch(5)
            .imageBytes(10_000)
            .urlLength(2048)
            .build();
    return new NotebookHarness(Offered.within(limits), UnaryOperator.identity());
  }
}
