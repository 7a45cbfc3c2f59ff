package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds faces and turns them into embeddings. May be shared by threads; the same picture gives the
 * same numbers whoever asks and whenever.
 *
 * <p>Memory, in plain Java: 24 MB of weights, 15 MB for each call under way and never more of them
 * than {@link FaceNetworks#inJava} was told, four bytes for each pixel of a {@link DecodedImage},
 * and while one is decoded {@value ImageLimits#BYTES_PER_PIXEL} bytes a pixel.
 */
public final class FaceRecognizer implements AutoCloseable {
  private static final String MODEL = "dlib-resnet-v1";

  /** BlazeFace, four points, dlib's chip; what changes the numbers changes this. */
  private static final String VERSION = "blazeface-back-4pt-1";

  private final FaceNetworks networks;
  private final FaceDetector detector;
  private final ImageLimits limits;
  private final boolean mirrored;
  private final RecognizerModel model;

  private FaceRecognizer(Builder builder) {
    networks =
        builder.networks.orElseGet(
            () -> FaceNetworks.inJava(Runtime.getRuntime().availableProcessors()));
    detector = new FaceDetector(networks, builder.threshold, builder.smallFaces);
    limits = builder.limits;
    mirrored = builder.mirrored;
    model = new RecognizerModel(MODEL, mirrored ? VERSION + "-mirrored" : VERSION);
  }

  /** Opens a recogniser in plain Java. Takes about 0.3 s, which reading the weights costs. */
  public static FaceRecognizer open() {
    return builder().open();
  }

  /** Starts a recogniser in plain Java, within the default limits of pictures. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns what makes the embeddings; those of two models cannot be compared. */
  public RecognizerModel model() {
    return model;
  }

  /**
   * Looks for faces.
   *
   * @return the largest first; empty if there are none
   */
  public List<DetectedFace> detect(DecodedImage picture) {
    return detector.detect(picture);
  }

  /**
   * Turns a face into an embedding.
   *
   * @param face found in this picture
   */
  public Embedding embed(DecodedImage picture, DetectedFace face) {
    return embed(picture, List.of(face)).get(0);
  }

  /**
   * Turns faces into embeddings.
   *
   * @param faces found in this picture
   * @return one for each, in the same order
   */
  public List<Embedding> embed(DecodedImage picture, List<DetectedFace> faces) {
    List<float[]> chips = new ArrayList<>();
    for (DetectedFace face : faces) {
      float[] chip = new Alignment(face.points()).cut(picture, FaceNetworks.FACE_SIZE);
      chips.add(chip);
      if (mirrored) {
        chips.add(Mirror.of(chip));
      }
    }
    List<float[]> values = networks.embed(chips);
    List<Embedding> embeddings = new ArrayList<>(faces.size());
    for (int i = 0; i < faces.size(); i++) {
      float[] value =
          mirrored ? Mirror.mean(values.get(2 * i), values.get(2 * i + 1)) : values.get(i);
      embeddings.add(Embedding.of(model, value));
    }
    return embeddings;
  }

  /**
   * Reads a picture that is to show one person, makes sure that the face can be recognised by, and
   * turns it into an embedding.
   */
  public Outcome<EncodedFace> encodeOne(FaceImage.Bytes image) {
    return DecodedImage.read(image, limits).then(this::encodeOne);
  }

  private Outcome<EncodedFace> encodeOne(DecodedImage picture) {
    List<DetectedFace> faces = detect(picture);
    Optional<Rejection> rejection = QualityGate.check(faces);
    if (rejection.isPresent()) {
      return new Outcome.Rejected<>(rejection.get());
    }
    return new Outcome.Accepted<>(encode(picture, faces.subList(0, 1)).get(0));
  }

  /**
   * Reads a picture and turns the faces in it into embeddings. Faces below {@link
   * DetectedFace#TOO_SMALL} are left out.
   *
   * @param atMost how many, the largest first; at least 1
   * @return the largest first; may be empty
   * @throws InvalidRequestException if fewer are asked for
   */
  public Outcome<List<EncodedFace>> encodeAll(FaceImage.Bytes image, int atMost) {
    if (atMost < 1) {
      throw InvalidRequestException.of("atMost", "must be at least 1");
    }
    return DecodedImage.read(image, limits).then(picture -> encodeAll(picture, atMost));
  }

  private Outcome<List<EncodedFace>> encodeAll(DecodedImage picture, int atMost) {
    List<DetectedFace> faces =
        detect(picture).stream()
            .filter(face -> face.size() >= DetectedFace.TOO_SMALL)
            .limit(atMost)
            .toList();
    return new Outcome.Accepted<>(encode(picture, faces));
  }

  private List<EncodedFace> encode(DecodedImage picture, List<DetectedFace> faces) {
    List<Embedding> embeddings = embed(picture, faces);
    List<EncodedFace> encoded = new ArrayList<>(faces.size());
    for (int i = 0; i < faces.size(); i++) {
      encoded.add(new EncodedFace(faces.get(i), embeddings.get(i)));
    }
    return encoded;
  }

  /**
   * Returns this recogniser as libraries take it, to be used until the recogniser is closed;
   * closing the encoder does nothing.
   */
  public FaceEncoder encoder() {
    return new RecognizerEncoder(this, false);
  }

  /** Closes the networks. */
  @Override
  public void close() {
    networks.close();
  }

  /** Shows the model. */
  @Override
  public String toString() {
    return "FaceRecognizer[" + model + "]";
  }

  /** Collects how a recogniser is to be. */
  public static final class Builder {
    private Optional<FaceNetworks> networks = Optional.empty();
    private ImageLimits limits = ImageLimits.DEFAULT;
    private double threshold = 0.6;
    private boolean mirrored;
    private boolean smallFaces;

    private Builder() {}

    /**
     * Sets what runs the networks; {@link FaceNetworks#inJava} with as many calls at once as there
     * are processors unless set. The recogniser closes it.
     */
    public Builder networks(FaceNetworks networks) {
      this.networks = Optional.of(networks);
      return this;
    }

    /** Sets what is read at most; {@link ImageLimits#DEFAULT} unless set. */
    public Builder limits(ImageLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * Sets how sure the detector must be. 0.6 unless set; true faces had at least 0.72, cats and
     * cups up to 0.71.
     *
     * @param threshold above 0 and below 1
     * @throws InvalidRequestException if it is not
     */
    public Builder threshold(double threshold) {
      if (!(threshold > 0 && threshold < 1)) {
        throw InvalidRequestException.of("threshold", "must be above 0 and below 1");
      }
      this.threshold = threshold;
      return this;
    }

    /**
     * Embeds each face and its mirror image and takes the mean: fewer errors, for twice the time to
     * embed. It is another model: embeddings with and without are not to be mixed.
     */
    public Builder mirroredAverage() {
      mirrored = true;
      return this;
    }

    /**
     * Also looks at parts of the picture, which finds faces of half the size: from about 1/48 of
     * the longer side on instead of 1/24. Takes up to ten times as long to detect.
     */
    public Builder smallFaces() {
      smallFaces = true;
      return this;
    }

    /** Opens the recogniser. */
    public FaceRecognizer open() {
      return new FaceRecognizer(this);
    }
  }
}
