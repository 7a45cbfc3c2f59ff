package io.facelibrary.embedded;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import io.facelibrary.engine.EngineLibraries;
import io.facelibrary.engine.EngineOptions;
import io.facelibrary.enginefixtures.TwiceRunningStore;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import java.nio.file.Path;
import java.util.Optional;

/** The contract, with every rule run twice in each place: see {@link TwiceRunningStore}. */
class EmbeddedTwiceRunningContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new FolderHarness(EmbeddedTwiceRunningContractTest::open) {
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

  private static FaceLibrary open(Path folder) {
    EngineOptions options = new EngineOptions().encoder(new FakeFaceEncoder());
    StoreOptions stored =
        StoreOptions.defaults()
            .withModel(
                options.model().orElseThrow().name(), options.model().orElseThrow().dimensions());
    return FaceLibraries.guard(
        "embedded",
        EngineLibraries.create(
            new TwiceRunningStore(StoreRegistry.acquire(folder, stored)), options));
  }
}
