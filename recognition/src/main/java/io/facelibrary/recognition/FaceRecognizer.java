package io.facelibrary.recognition;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces and computes their embeddings. Thread-safe. The same image always gives the same
 * embeddings.
 *
 * <p>Memory, in plain Java:
 *
 * <ul>
 *   <li>24 MB of weights,
 *   <li>15 MB for each concurrent call, of at most as many calls as {@link FaceNetworks#inJava}
 *       allows,
 *   <li>four bytes per pixel of a {@link DecodedImage},
 *   <li>{@value ImageLimits#BYTES_PER_PIXEL} bytes per pixel while an image is decoded, see {@link
 *       ImageLimits}.
 * </ul>
 */
public final class FaceRecognizer implements AutoCloseable {
  private static final String MODEL = "dlib-resnet-v1";

  /** BlazeFace, four points, dlib's chip. Any change of the embeddings changes this version. */
  private static final String VERSION = "blazeface-back-4pt-1";

  private final FaceNetworks networks;
  private final FaceDetector detector;
  private final ImageLimits limits;
  private final boolean mirrored;
  private final EncoderModel model;

  private FaceRecognizer(Builder builder) {
    networks =
        builder.networks.orElseGet(
            () -> FaceNetworks.inJava(Runtime.getRuntime().availableProcessors()));
    detector = new FaceDetector(networks, builder.threshold, builder.smallFaces);
    limits = builder.limits;
    mirrored = builder.mirrored;
    model =
        new EncoderModel(
            MODEL + "/" + VERSION + (mirrored ? "-mirrored" : ""), FaceNetworks.DIMENSIONS);
  }

  /** Opens a recognizer in plain Java. Takes about 0.3 s, to read the weights. */
  public static FaceRecognizer open() {
    return builder().open();
  }

  /** Returns a builder of a recognizer in plain Java, with the default image limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the model of the embeddings. Embeddings of two models cannot be compared. */
  public EncoderModel model() {
    return model;
  }

  /**
   * Searches for faces.
   *
   * @return the faces, the largest first; empty if there are none
   */
  public List<DetectedFace> detect(DecodedImage image) {
    return detector.detect(image);
  }

  /**
   * Computes the embedding of a face.
   *
   * @param face a face found in this image
   */
  public FaceEmbedding embed(DecodedImage image, DetectedFace face) {
    return embed(image, List.of(face)).get(0);
  }

  /**
   * Computes the embeddings of faces.
   *
   * @param faces the faces found in this image
   * @return one embedding for each face, in the same order
   */
  public List<FaceEmbedding> embed(DecodedImage image, List<DetectedFace> faces) {
    List<float[]> chips = new ArrayList<>();
    for (DetectedFace face : faces) {
      float[] chip = new Alignment(face.points()).cut(image, FaceNetworks.FACE_SIZE);
      chips.add(chip);
      if (mirrored) {
        chips.add(Mirror.of(chip));
      }
    }
    List<float[]> values = networks.embed(chips);
    List<FaceEmbedding> embeddings = new ArrayList<>(faces.size());
    for (int i = 0; i < faces.size(); i++) {
      float[] value =
          mirrored ? Mirror.mean(values.get(2 * i), values.get(2 * i + 1)) : values.get(i);
      embeddings.add(FaceEmbedding.of(faces.get(i).box(), value));
    }
    return embeddings;
  }

  /** Decodes an image of one person, checks the quality of the face, and computes its embedding. */
  public ImageResult<RecognizedFace> encodeOne(FaceImage.Bytes image) {
    return DecodedImage.read(image, limits).then(this::encodeOne);
  }

  private ImageResult<RecognizedFace> encodeOne(DecodedImage image) {
    List<DetectedFace> faces = detect(image);
    Optional<FaceEncoder.Rejected> rejection = QualityGate.check(faces);
    if (rejection.isPresent()) {
      return new ImageResult.Rejected<>(rejection.get());
    }
    return new ImageResult.Accepted<>(encode(image, faces.subList(0, 1)).get(0));
  }

  /**
   * Decodes an image and computes the embeddings of the faces in it. Faces below {@link
   * DetectedFace#TOO_SMALL} are omitted.
   *
   * @param atMost the maximum number of faces, at least 1; the largest faces are taken
   * @return the faces, the largest first; empty if there are none
   * @throws InvalidRequestException if the maximum is below 1
   */
  public ImageResult<List<RecognizedFace>> encodeAll(FaceImage.Bytes image, int atMost) {
    if (atMost < 1) {
      throw InvalidRequestException.of("atMost", "must be at least 1");
    }
    return DecodedImage.read(image, limits).then(decoded -> encodeAll(decoded, atMost));
  }

  private ImageResult<List<RecognizedFace>> encodeAll(DecodedImage image, int atMost) {
    List<DetectedFace> faces =
        detect(image).stream()
            .filter(face -> face.size() >= DetectedFace.TOO_SMALL)
            .limit(atMost)
            .toList();
    return new ImageResult.Accepted<>(encode(image, faces));
  }

  private List<RecognizedFace> encode(DecodedImage image, List<DetectedFace> faces) {
    List<FaceEmbedding> embeddings = embed(image, faces);
    List<RecognizedFace> encoded = new ArrayList<>(faces.size());
    for (int i = 0; i < faces.size(); i++) {
      encoded.add(new RecognizedFace(faces.get(i), embeddings.get(i), model));
    }
    return encoded;
  }

  /**
   * Returns this recognizer as the encoder of a library. The encoder can be used until the
   * recognizer is closed. Closing the encoder has no effect.
   */
  public FaceEncoder encoder() {
    return new RecognizerEncoder(this, false);
  }

  /** Closes the networks. */
  @Override
  public void close() {
    networks.close();
  }

  /** Returns the name of the model. */
  @Override
  public String toString() {
    return "FaceRecognizer[" + model.name() + "]";
  }

  /** Builds a recognizer. */
  public static final class Builder {
    private Optional<FaceNetworks> networks = Optional.empty();
    private ImageLimits limits = ImageLimits.DEFAULT;
    private double threshold = 0.6;
    private boolean mirrored;
    private boolean smallFaces;

    private Builder() {}

    /**
     * Sets the engine of the networks. The default is {@link FaceNetworks#inJava} with as many
     * concurrent calls as there are processors. The recognizer closes the engine.
     */
    public Builder networks(FaceNetworks networks) {
      this.networks = Optional.of(networks);
      return this;
    }

    /** Sets the image limits. The default is {@link ImageLimits#DEFAULT}. */
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
     * Computes the mean embedding of each face and its mirror image: fewer errors, for twice the
     * time to embed. This is another model: embeddings with and without it must not be mixed.
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

    /** Opens the recognizer. */
    public FaceRecognizer open() {
      return new FaceRecognizer(this);
    }
  }
}
