package io.facelibrary.recognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.EncodedFace;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.FaceRecognizer;
import io.facelibrary.recognition.PlainJava;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the output of ONNX Runtime with the output of plain Java. */
class OnnxNetworksTest {
  private static final double TOLERANCE = 1e-4;
  private static final Path IMAGES = Path.of("..", "examples", "photos");

  private static OnnxNetworks onnx;
  private static FaceNetworks java;

  @BeforeAll
  static void open() {
    onnx = OnnxNetworks.open(1);
    java = PlainJava.networks();
  }

  @AfterAll
  static void close() {
    onnx.close();
    java.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDetectorReturnsTheValuesOfPlainJava(long seed) {
    float[] image = image(FaceNetworks.DETECTOR_SIZE, seed);

    DetectorOutput expected = java.detect(image);
    DetectorOutput actual = onnx.detect(image);

    for (int i = 0; i < DetectorOutput.CANDIDATES; i++) {
      assertThat(probability(actual.score(i)))
          .isCloseTo(probability(expected.score(i)), within(TOLERANCE));
      for (int n = 0; n < DetectorOutput.VALUES; n++) {
        // As shares of the image size, because the score is a probability.
        assertThat(actual.value(i, n) / (double) FaceNetworks.DETECTOR_SIZE)
            .isCloseTo(
                expected.value(i, n) / (double) FaceNetworks.DETECTOR_SIZE, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void theEncoderReturnsTheValuesOfPlainJavaInOrder(int count) {
    List<float[]> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faces.add(image(FaceNetworks.FACE_SIZE, i));
    }

    List<float[]> expected = java.embed(faces);
    List<float[]> actual = onnx.embed(faces);

    assertThat(actual).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(actual.get(i)).containsExactly(expected.get(i), within((float) TOLERANCE));
    }
  }

  @Test
  void embedsNoFaces() {
    assertThat(onnx.embed(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace_hopper.jpg", "astronaut.png"})
  void anImageHasTheSameEmbeddingInBoth(String name) {
    FaceImage.Bytes image = FaceImage.read(IMAGES.resolve(name));
    try (FaceEncoder inJava = FaceRecognizer.open();
        FaceEncoder inOnnx = FaceRecognizer.builder().engine(OnnxEngine.open(1)).open()) {
      EncodedFace expected = inJava.encodeOne(image).orThrow().get(0);
      EncodedFace actual = inOnnx.encodeOne(image).orThrow().get(0);

      assertThat(inOnnx.model()).isEqualTo(inJava.model());
      assertThat(actual.box()).isEqualTo(expected.box());
      assertThat(actual.embedding().distanceTo(expected.embedding())).isLessThan(TOLERANCE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1025})
  void rejectsANumberOfThreadsOutOfRange(int threads) {
    assertThatThrownBy(() -> OnnxEngine.open(threads))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("threads must be from 1 to 1024");
  }

  private static double probability(float logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Returns an image of waves and noise, with every brightness. */
  private static float[] image(int size, long seed) {
    Random random = new Random(seed);
    float[] rgb = new float[3 * size * size];
    double wave = 0.002 + 0.02 * random.nextDouble();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (127 + 100 * Math.sin(i * wave) + 28 * random.nextDouble());
    }
    return rgb;
  }
}
