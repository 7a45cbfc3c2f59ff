package io.facelibrary.inmemory;

import io.facelibrary.Box;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import io.facelibrary.testkit.TestPictures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees in a test's picture what the test says, and else one face that is the picture's own. */
final class NumbersEncoder implements FaceEncoder {
  static final int DIMENSIONS = 9;
  static final FaceImage.InMemory WITHOUT_FACE = TestPictures.of(-1);

  final AtomicInteger encoded = new AtomicInteger();
  volatile String model = "numbers/1";

  private final Map<FaceImage, List<float[]>> declared = new HashMap<>();

  NumbersEncoder() {
    declared.put(WITHOUT_FACE, List.of());
  }

  /** A picture with these faces, side by side. */
  NumbersEncoder with(FaceImage image, float[]... faces) {
    declared.put(image, List.of(faces));
    return this;
  }

  static float[] vector(double... first) {
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
  public Encoding encodeOne(FaceImage.InMemory image) {
    encoded.incrementAndGet();
    List<FaceEmbedding> faces = faces(image);
    return switch (faces.size()) {
      case 0 -> new Rejected("no-face", "there is no face in the picture");
      case 1 -> new Encoded(faces);
      default -> new Rejected("several-faces", "there are several faces in the picture");
    };
  }

  @Override
  public Encoding encodeAll(FaceImage.InMemory image, int atMost) {
    List<FaceEmbedding> faces = faces(image);
    return new Encoded(faces.subList(0, Math.min(atMost, faces.size())));
  }

  private List<FaceEmbedding> faces(FaceImage.InMemory image) {
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
