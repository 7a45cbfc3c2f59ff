package io.facelibrary.inmemory;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import java.util.Optional;

/** The contract, on a library that knows faces by embeddings. */
@ConformanceReport(
    title = "inmemory: in memory, with an encoder and the limits of Alibaba Cloud",
    copy = "docs/conformance")
class EncoderContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new Harness() {
      @Override
      public FaceLibrary open() {
        return InMemoryFaceLibrary.builder().greenLimits().encoder(new FakeFaceEncoder().withScale(FakeFaceEncoder.SCALE)).open();
      }

      @Override
      public Optional<FaceImage> unsuitableImage() {
        return Optional.of(FakeFaceEncoder.WITHOUT_FACE);
      }
    };
  }
}
