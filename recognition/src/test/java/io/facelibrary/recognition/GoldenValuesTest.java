package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.FaceImage;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pipeline said of two photographs when it was measured. */
class GoldenValuesTest {
  private static final Offset<Double> TOLERANCE = within(0.01);

  private static FaceRecognizer recognizer;
  private static Embedding collins;
  private static Embedding hopper;

  @BeforeAll
  static void embedThePortraits() {
    recognizer = FaceRecognizer.open();
    collins = recognizer.encodeOne(FaceImage.of(Portraits.collinsBytes())).orThrow().embedding();
    hopper = recognizer.encodeOne(FaceImage.of(Portraits.hopperBytes())).orThrow().embedding();
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void twoPeopleAreFarApart() {
    double distance = collins.distanceTo(hopper);

    assertThat(distance).isCloseTo(0.691, TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "MIRRORED, 0.219, 0.156",
    "ROTATED, 0.124, 0.167",
    "HALVED, 0.198, 0.068",
    "DARKENED, 0.195, 0.135",
    "GREY, 0.232, 0.166",
    "BLURRED, 0.401, 0.167"
  })
  void anAlteredPictureStaysCloseToThePersonAndFarFromTheOther(
      Altered alteration, double ofCollins, double ofHopper) {
    Embedding alteredCollins = embed(alteration.apply(Portraits.collins()));
    Embedding alteredHopper = embed(alteration.apply(Portraits.hopper()));

    assertThat(alteredCollins.distanceTo(collins)).isCloseTo(ofCollins, TOLERANCE);
    assertThat(alteredHopper.distanceTo(hopper)).isCloseTo(ofHopper, TOLERANCE);
    assertThat(alteredCollins.distanceTo(hopper)).isGreaterThan(0.63);
    assertThat(alteredHopper.distanceTo(collins)).isGreaterThan(0.63);
  }

  @Test
  void facesAreWhereTheyAre() {
    DetectedFace face = recognizer.detect(DecodedImage.of(Portraits.hopper())).get(0);

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
  void theLengthOfAnEmbeddingIsKept() {
    double length = 0;
    for (float value : collins.toArray()) {
      length += value * value;
    }

    // 1.33 to 1.63 was measured on 125 photographs.
    assertThat(Math.sqrt(length)).isBetween(1.3, 1.7);
  }

  private static Embedding embed(BufferedImage image) {
    DecodedImage picture = DecodedImage.of(image);
    return recognizer.embed(picture, recognizer.detect(picture).get(0));
  }
}
