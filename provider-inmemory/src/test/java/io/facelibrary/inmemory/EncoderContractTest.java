package io.facelibrary.inmemory;

import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;

/** The contract, on a library that knows faces by embeddings. */
@ConformanceReport(
    title = "inmemory: in memory, with an encoder and the limits of Alibaba Cloud",
    copy = "docs/conformance")
class EncoderContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new EncoderHarness(
        () ->
            InMemoryFaceLibrary.builder()
                .greenLimits()
                .encoder(new FakeFaceEncoder().withScale(FakeFaceEncoder.SCALE))
                .open());
  }
}
