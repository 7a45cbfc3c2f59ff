package io.facelibrary.testkit;

import io.facelibrary.Box;
import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An encoder for tests that detects no faces. It returns the faces that a test declares for an
 * image. For any other image it returns one face, with an embedding that depends only on the bytes.
 *
 * <p>Declare all images before threads share the encoder.
 */
public final class FakeFaceEncoder implements FaceEncoder {

  /** The dimensions of an embedding. */
  public static final int DIMENSIONS = 9;

  /**
   * A scale for {@link #withScale}. Equal images match, in a search among any number of faces that
   * a test has, and other images are neither matches nor possible.
   */
  public static final SimilarityScale SCALE =
      SimilarityScale.ofRates(
          Map.of(0.0, 1.0, 0.5, 0.5, 0.9, 1e-3, 1.0, 1e-9), 1e-9, "equal test images");

  /** An image without a face. */
  public static final FaceImage.Bytes WITHOUT_FACE = TestImages.of(-1);

  private final AtomicInteger encoded = new AtomicInteger();
  private final Map<FaceImage, List<float[]>> declared = new HashMap<>();
  private volatile EncoderModel model = EncoderModel.of("numbers/1", DIMENSIONS);

  /** Creates an encoder that returns one face for each image except {@link #WITHOUT_FACE}. */
  public FakeFaceEncoder() {
    declared.put(WITHOUT_FACE, List.of());
  }

  /** Returns the number of calls of {@link #encodeOne} so far. */
  public int encoded() {
    return encoded.get();
  }

  /** Changes the model, which no encoder may do: a library must notice it. */
  public FakeFaceEncoder changeModel(String changed) {
    EncoderModel other = EncoderModel.of(changed, DIMENSIONS);
    model = model.scale().map(other::withScale).orElse(other);
    return this;
  }

  /**
   * Gives the model a scale, such as {@link #SCALE}. Without one, each search must state its
   * minimum similarity.
   */
  public FakeFaceEncoder withScale(SimilarityScale scale) {
    model = model.withScale(scale);
    return this;
  }

  /** Declares the embeddings of the faces of an image, from left to right. */
  public FakeFaceEncoder declare(FaceImage image, float[]... faces) {
    declared.put(image, List.of(faces));
    return this;
  }

  /** Returns an embedding with these first values, followed by zeros. */
  public static float[] vector(double... first) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < first.length; i++) {
      vector[i] = (float) first[i];
    }
    return vector;
  }

  @Override
  public EncoderModel model() {
    return model;
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    encoded.incrementAndGet();
    List<EncodedFace> faces = faces(image);
    return switch (faces.size()) {
      case 0 -> Rejected.of("no-face", "there is no face in the image");
      case 1 -> Encoded.of(faces);
      default -> Rejected.of("several-faces", "there are several faces in the image");
    };
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    List<EncodedFace> faces = faces(image);
    return Encoded.of(faces.subList(0, Math.min(atMost, faces.size())));
  }

  private List<EncodedFace> faces(FaceImage.Bytes image) {
    List<float[]> vectors = declared.getOrDefault(image, List.of(derive(image)));
    List<EncodedFace> faces = new ArrayList<>();
    for (float[] vector : vectors) {
      faces.add(
          EncodedFace.of(FaceEmbedding.of(vector)).withBox(new Box(10 * faces.size(), 0, 10, 10)));
    }
    return faces;
  }

  private static float[] derive(FaceImage image) {
    SplittableRandom random = new SplittableRandom(image.hashCode());
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    return vector;
  }

  @Override
  public Similarity similarity(double distance) {
    return Similarity.of(1 / (1 + distance));
  }
}
