package io.facelibrary.embedded;

import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import java.util.Optional;

/** The contract, on a library that knows faces by embeddings. */
@ConformanceReport(
    title = "embedded: in a folder, with an encoder and the limits of Alibaba Cloud",
    copy = "docs/conformance")
class EmbeddedEncoderContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new FolderHarness(
        folder ->
            EmbeddedFaceLibrary.builder(folder)
                .greenLimits()
                .encoder(new FakeFaceEncoder().withScale(FakeFaceEncoder.SCALE))
                .open()) {
      @Override
      public Similarity matchSimilarity() {
        return Similarity.of(0.95);
      }

      @Override
      public Optional<FaceImage> unsuitableImage() {
        return Optional.of(FakeFaceEncoder.WITHOUT_FACE);
      }
    };
  }
}
