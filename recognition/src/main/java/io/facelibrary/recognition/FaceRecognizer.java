package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.InvalidRequestException;
import java.util.Optional;

/**
 * Opens encoders that find faces and compute their embeddings in the process. They are thread-safe,
 * and the same image always gives the same embeddings.
 *
 * <p>Memory of an encoder, in plain Java:
 *
 * <ul>
 *   <li>24 MB of weights,
 *   <li>15 MB for each concurrent call, of at most as many calls as {@link FaceEngine#inJava}
 *       allows,
 *   <li>four bytes per pixel of an image while its faces are searched,
 *   <li>40 bytes per pixel while an image is decoded, see {@link ImageLimits}.
 * </ul>
 */
public final class FaceRecognizer {
  private FaceRecognizer() {}

  /**
   * Opens an encoder in plain Java, with the default limits. Takes about 0.3 s, to read the
   * weights.
   *
   * @return the encoder; the caller closes it
   */
  public static FaceEncoder open() {
    return builder().open();
  }

  /** Returns a builder of an encoder in plain Java, with the default limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an encoder. */
  public static final class Builder {
    private Optional<FaceEngine> engine = Optional.empty();
    private ImageLimits limits = ImageLimits.defaults();
    private double threshold = 0.6;
    private boolean mirrored;
    private boolean smallFaces;

    private Builder() {}

    /**
     * Sets the engine. The default is {@link FaceEngine#inJava} with as many concurrent calls as
     * there are processors. The encoder closes the engine.
     */
    public Builder engine(FaceEngine engine) {
      this.engine = Optional.of(engine);
      return this;
    }

    /** Sets the image limits. The default is {@link ImageLimits#defaults}. */
    public Builder limits(ImageLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * Sets the minimum score of a face. The default is 0.6. In the measurements, faces scored at
     * least 0.72, cats and cups up to 0.71.
     *
     * @param threshold above 0 and below 1
     * @throws InvalidRequestException if the threshold is out of its range
     */
    public Builder threshold(double threshold) {
      if (!(threshold > 0 && threshold < 1)) {
        throw InvalidRequestException.of("threshold", "must be above 0 and below 1");
      }
      this.threshold = threshold;
      return this;
    }

    /**
     * Computes the mean embedding of each face and its mirror image, for twice the time to embed.
     * This is another model: embeddings with and without it must not be mixed. Its error rates were
     * not measured on held-out images, so it has no scale. A search needs a minimum similarity
     * then.
     */
    public Builder mirroredAverage() {
      mirrored = true;
      return this;
    }

    /**
     * Also searches parts of the image. This finds faces of half the size: from about 1/48 of the
     * longer side on instead of 1/24. Detection takes up to ten times as long.
     */
    public Builder smallFaces() {
      smallFaces = true;
      return this;
    }

    /**
     * Opens the encoder.
     *
     * @return the encoder; the caller closes it
     */
    public FaceEncoder open() {
      return openRecognizer();
    }

    Recognizer openRecognizer() {
      FaceEngine used =
          engine.orElseGet(() -> FaceEngine.inJava(Runtime.getRuntime().availableProcessors()));
      return new Recognizer(used.networks(), threshold, smallFaces, limits, mirrored);
    }
  }
}
