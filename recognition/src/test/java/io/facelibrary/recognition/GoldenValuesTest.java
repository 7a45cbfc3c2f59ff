package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measured results of the pipeline for two images. */
class GoldenValuesTest {
  private static final Offset<Double> TOLERANCE = within(0.01);

  private static Recognizer recognizer;
  private static FaceEmbedding collins;
  private static FaceEmbedding hopper;

  @BeforeAll
  static void embedTheSamples() {
    recognizer = FaceRecognizer.builder().openRecognizer();
    collins = encode(SampleImages.collinsBytes());
    hopper = encode(SampleImages.hopperBytes());
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void twoPeopleHaveALargeDistance() {
    double distance = collins.distanceTo(hopper);

    assertThat(distance).isCloseTo(0.691, TOLERANCE);
  }

  @Test
  void twoPeopleAreNeverEvenPossiblyTheSame() {
    SimilarityScale scale = recognizer.model().scale().orElseThrow();

    Similarity similarity = recognizer.similarity(collins, hopper);

    assertThat(scale.verdict(similarity, 1)).isEqualTo(Verdict.UNLIKELY);
    assertThat(similarity.value()).isLessThan(scale.least(Verdict.POSSIBLE, 1).value() / 4);
  }

  @ParameterizedTest
  @CsvSource({
    "MIRRORED, 0.219, 0.156",
    "ROTATED, 0.124, 0.167",
    "HALVED, 0.198, 0.068",
    "DARKENED, 0.195, 0.135",
    "GRAY, 0.232, 0.166",
    "BLURRED, 0.401, 0.167"
  })
  void anAlteredImageStaysCloseToThePersonAndFarFromTheOther(
      Altered alteration, double ofCollins, double ofHopper) {
    FaceEmbedding alteredCollins = embed(alteration.apply(SampleImages.collins()));
    FaceEmbedding alteredHopper = embed(alteration.apply(SampleImages.hopper()));

    assertThat(alteredCollins.distanceTo(collins)).isCloseTo(ofCollins, TOLERANCE);
    assertThat(alteredHopper.distanceTo(hopper)).isCloseTo(ofHopper, TOLERANCE);
    assertThat(alteredCollins.distanceTo(hopper)).isGreaterThan(0.63);
    assertThat(alteredHopper.distanceTo(collins)).isGreaterThan(0.63);
  }

  @Test
  void theFaceIsAtItsMeasuredPosition() {
    DetectedFace face = recognizer.detect(DecodedImage.of(SampleImages.hopper())).get(0);

    assertThat(face.score()).isCloseTo(0.89, TOLERANCE);
    assertThat(face.box().x()).isBetween(165, 175);
    assertThat(face.box().y()).isBetween(135, 145);
    assertThat(face.size()).isBetween(188, 198);
    assertThat(face.points().leftEye().x()).isCloseTo(228, within(4.0));
    assertThat(face.points().leftEye().y()).isCloseTo(194.5, within(4.0));
    assertThat(face.points().rightEye().x()).isGreaterThan(face.points().leftEye().x() + 60);
    assertThat(face.points().nose().y()).isGreaterThan(face.points().leftEye().y() + 20);
    assertThat(face.points().mouth().y()).isGreaterThan(face.points().nose().y() + 20);
    assertThat(face.points().leftEar().x()).isLessThan(face.points().leftEye().x());
    assertThat(face.points().rightEar().x()).isGreaterThan(face.points().rightEye().x());
  }

  @Test
  void anEmbeddingIsNotNormalized() {
    double length = 0;
    for (float value : collins.toArray()) {
      length += value * value;
    }

    // On 125 images, 1.33 to 1.63 was measured.
    assertThat(Math.sqrt(length)).isBetween(1.3, 1.7);
  }

  private static FaceEmbedding encode(byte[] image) {
    return recognizer.encodeOne(FaceImage.of(image)).orThrow().get(0).embedding();
  }

  private static FaceEmbedding embed(BufferedImage image) {
    DecodedImage decoded = DecodedImage.of(image);
    return recognizer.embed(decoded, recognizer.detect(decoded).get(0));
  }
}
