package io.facelibrary.recognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.DetectorOutput;
import io.facelibrary.recognition.EncodedFace;
import io.facelibrary.recognition.FaceNetworks;
import io.facelibrary.recognition.FaceRecognizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two engines, one and the same numbers. */
class OnnxNetworksTest {
  private static final double TOLERANCE = 1e-4;
  private static final Path PHOTOS = Path.of("..", "examples", "photos");

  private static OnnxNetworks onnx;
  private static FaceNetworks java;

  @BeforeAll
  static void open() {
    onnx = OnnxNetworks.open(1);
    java = FaceNetworks.inJava(1);
  }

  @AfterAll
  static void close() {
    onnx.close();
    java.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theDetectorAnswersAsInPlainJava(long seed) {
    float[] picture = picture(FaceNetworks.DETECTOR_SIZE, seed);

    DetectorOutput expected = java.detect(picture);
    DetectorOutput answered = onnx.detect(picture);

    for (int i = 0; i < DetectorOutput.CANDIDATES; i++) {
      assertThat(probability(answered.score(i)))
          .isCloseTo(probability(expected.score(i)), within(TOLERANCE));
      for (int n = 0; n < DetectorOutput.NUMBERS; n++) {
        // In parts of the picture, as the score is in parts of certainty.
        assertThat(answered.number(i, n) / (double) FaceNetworks.DETECTOR_SIZE)
            .isCloseTo(
                expected.number(i, n) / (double) FaceNetworks.DETECTOR_SIZE, within(TOLERANCE));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9})
  void theEncoderAnswersAsInPlainJavaAndInOrder(int count) {
    List<float[]> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faces.add(picture(FaceNetworks.FACE_SIZE, i));
    }

    List<float[]> expected = java.embed(faces);
    List<float[]> answered = onnx.embed(faces);

    assertThat(answered).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(answered.get(i)).containsExactly(expected.get(i), within((float) TOLERANCE));
    }
  }

  @Test
  void embedsNoFaces() {
    assertThat(onnx.embed(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace_hopper.jpg", "astronaut.png"})
  void aPhotographHasTheSameEmbeddingInBoth(String photo) {
    FaceImage.Bytes image = FaceImage.read(PHOTOS.resolve(photo));
    FaceRecognizer inJava = FaceRecognizer.builder().networks(java).open();
    FaceRecognizer inOnnx = FaceRecognizer.builder().networks(onnx).open();

    EncodedFace expected = inJava.encodeOne(image).orThrow();
    EncodedFace answered = inOnnx.encodeOne(image).orThrow();

    assertThat(answered.face().box()).isEqualTo(expected.face().box());
    assertThat(answered.embedding().distanceTo(expected.embedding())).isLessThan(TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1025})
  void refusesANumberOfThreadsOutOfRange(int threads) {
    assertThatThrownBy(() -> OnnxNetworks.open(threads))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("threads must be from 1 to 1024");
  }

  private static double probability(float logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Waves and noise of all brightnesses. */
  private static float[] picture(int size, long seed) {
    Random random = new Random(seed);
    float[] rgb = new float[3 * size * size];
    double wave = 0.002 + 0.02 * random.nextDouble();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (127 + 100 * Math.sin(i * wave) + 28 * random.nextDouble());
    }
    return rgb;
  }
}
