package io.facelibrary.inmemory;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens libraries whose encoder is {@link FakeFaceEncoder}. */
record EncoderHarness(Supplier<FaceLibrary> opening) implements Harness {
  /** The embeddings of two random images are much farther from each other. */
  static final SimilarityScale SCALE =
      SimilarityScale.ofThresholds(Similarity.of(0.95), Similarity.of(0.9));

  @Override
  public FaceLibrary open() {
    return opening.get();
  }

  @Override
  public Optional<FaceImage> unsuitableImage() {
    return Optional.of(FakeFaceEncoder.WITHOUT_FACE);
  }

  @Override
  public Similarity matchSimilarity() {
    return Similarity.of(0.95);
  }
}
