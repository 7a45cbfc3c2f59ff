package io.facelibrary.testkit;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import java.time.Duration;

/** The contract over a library under layers that forward every call. */
class LayeredNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new NotebookHarness(Offered.ALL, LayeredNotebookContractTest::layers);
  }

  private static FaceLibrary layers(FaceLibrary bare) {
    FaceLibrary guarded = FaceLibraries.guard("inner", bare);
    return FaultyFaceLibrary.over(
        SlowFaceLibrary.over(
            RecordingFaceLibrary.over(guarded),
            Duration.ofSeconds(1),
            delay -> Thread.onSpinWait()));
  }
}
