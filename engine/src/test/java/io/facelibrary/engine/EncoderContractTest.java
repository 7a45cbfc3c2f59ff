package io.facelibrary.engine;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import java.util.Optional;

/** The contract, on the rules over the small store, with an encoder and Green's limits. */
class EncoderContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new Harness() {
      @Override
      public FaceLibrary open() {
        EngineOptions options =
            new EngineOptions()
                .encoder(new FakeFaceEncoder())
                .scale(SimilarityScale.ofThresholds(Similarity.of(0.95), Similarity.of(0.9)));
        // All limits of Green, except the number of groups, which a store enforces.
        options.limits(GreenLimits.LIMITS.toBuilder().groups(1_000_000).build());
        return FaceLibraries.guard(
            "engine", EngineLibraries.create(new MapLibraryStore(), options));
      }

      @Override
      public Optional<FaceImage> unsuitableImage() {
        return Optional.of(FakeFaceEncoder.WITHOUT_FACE);
      }
    };
  }
}
