package io.facelibrary.testkit;

import io.facelibrary.Box;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An encoder that looks at no picture: it sees in it what a test says, and else one face, whose
 * numbers are drawn from the picture's bytes. What is declared must be so before threads share it.
 */
public final class FakeFaceEncoder implements FaceEncoder {

  /** How many numbers an embedding has. */
  public static final int DIMENSIONS = 9;

  /** A picture in which no face is seen. */
  public static final FaceImage.Bytes WITHOUT_FACE = TestPictures.of(-1);

  private final AtomicInteger encoded = new AtomicInteger();
  private final Map<FaceImage, List<float[]>> declared = new HashMap<>();
  private volatile String model = "numbers/1";

  /** Makes an encoder that sees one face in each picture but one. */
  public FakeFaceEncoder() {
    declared.put(WITHOUT_FACE, List.of());
  }

  /** How many pictures were encoded to be added. */
  public int encoded() {
    return encoded.get();
  }

  /** Becomes another model, as no encoder may: libraries are to notice. */
  public FakeFaceEncoder as(String changed) {
    model = changed;
    return this;
  }

  /** Declares a picture with these faces, side by side. */
  public FakeFaceEncoder with(FaceImage image, float[]... faces) {
    declared.put(image, List.of(faces));
    return this;
  }

  /** Returns the numbers of an embedding that begins so and goes on with zeros. */
  public static float[] vector(double... first) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < first.length; i++) {
      vector[i] = (float) first[i];
    }
    return vector;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    encoded.incrementAndGet();
    List<FaceEmbedding> faces = faces(image);
    return switch (faces.size()) {
      case 0 -> new Rejected("no-face", "there is no face in the picture");
      case 1 -> new Encoded(faces);
      default -> new Rejected("several-faces", "there are several faces in the picture");
    };
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    List<FaceEmbedding> faces = faces(image);
    return new Encoded(faces.subList(0, Math.min(atMost, faces.size())));
  }

  private List<FaceEmbedding> faces(FaceImage.Bytes image) {
    List<float[]> vectors = declared.getOrDefault(image, List.of(own(image)));
    List<FaceEmbedding> faces = new ArrayList<>();
    for (float[] vector : vectors) {
      faces.add(FaceEmbedding.of(new Box(10 * faces.size(), 0, 10, 10), vector));
    }
    return faces;
  }

  private static float[] own(FaceImage image) {
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
