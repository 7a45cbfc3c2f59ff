package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityGateTest {
  private static Recognizer recognizer;

  @BeforeAll
  static void open() {
    recognizer = FaceRecognizer.builder().openRecognizer();
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void acceptsBothSamples() {
    assertThat(recognizer.encodeOne(FaceImage.of(SampleImages.hopperBytes())))
        .isInstanceOf(FaceEncoder.Encoded.class);
    assertThat(recognizer.encodeOne(FaceImage.of(SampleImages.collinsBytes())))
        .isInstanceOf(FaceEncoder.Encoded.class);
  }

  @Test
  void rejectsAnImageWithoutAFace() {
    assertThat(reason(canvas(300, 300))).isEqualTo("no-face");
  }

  @Test
  void rejectsTwoFacesOfSimilarSize() {
    BufferedImage both = canvas(1100, 600);
    draw(both, SampleImages.hopper(), 0, 0, 1);
    draw(both, SampleImages.collins(), 512, 0, 1.15);

    assertThat(reason(both)).isEqualTo("several-faces");
  }

  @Test
  void acceptsAFaceInFrontOfAnotherInTheBackground() {
    BufferedImage both = canvas(1000, 1000);
    draw(both, SampleImages.hopper(), 0, 300, 1.1);
    draw(both, SampleImages.collins(), 700, 0, 0.5);

    assertThat(recognizer.detect(DecodedImage.of(both))).hasSize(2);
    assertThat(recognizer.encodeOne(SampleImages.image(both)))
        .isInstanceOf(FaceEncoder.Encoded.class);
  }

  @Test
  void rejectsAFaceOfTooFewPixels() {
    assertThat(reason(Altered.shrink(SampleImages.hopper(), 10))).isEqualTo("too-small");
  }

  @Test
  void aSmallABlurredOrADarkFaceHasALowerQuality() {
    BufferedImage hopper = SampleImages.hopper();

    assertThat(quality(hopper)).isBetween(0.8, 1.0);
    assertThat(quality(Altered.shrink(hopper, 5))).isBetween(0.5, 0.8);
    assertThat(quality(Altered.blur(hopper, 12))).isLessThan(0.65);
    assertThat(quality(Altered.darken(hopper, 8))).isLessThan(0.5);
  }

  @Test
  void rejectsABlurredFace() {
    assertThat(reason(Altered.blur(SampleImages.hopper(), 12))).isEqualTo("too-blurred");
    assertThat(reason(Altered.blur(SampleImages.collins(), 6))).isEqualTo("too-blurred");
  }

  @Test
  void rejectsADarkFace() {
    assertThat(reason(Altered.darken(SampleImages.hopper(), 8))).isEqualTo("too-dark");
  }

  @Test
  void rejectsAFaceThatIsCutOff() {
    BufferedImage hopper = SampleImages.hopper();

    assertThat(reason(hopper.getSubimage(0, 0, 512, 290))).isEqualTo("cut-off");
  }

  @Test
  void aRejectionBecomesTheFailureOfAnItemOrOfACall() {
    FaceEncoder.Rejected rejection =
        RejectionReason.NO_FACE.withMessage("there is no face in the image");

    ItemFailure failure = rejection.toItemFailure(4);

    assertThat(failure)
        .isEqualTo(
            ItemFailure.of(4, ErrorKind.IMAGE_REJECTED, "there is no face in the image")
                .withReason("no-face"));
    assertThatThrownBy(() -> new ImageResult.Rejected<>(rejection).orThrow())
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            thrown -> {
              assertThat(thrown.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
              assertThat(thrown.effect()).isEqualTo(Effect.NONE);
              assertThat(thrown).hasMessageContaining("no-face: there is no face");
            });
  }

  @ParameterizedTest
  @EnumSource
  void theReasonOfARejectionIsRead(RejectionReason reason) {
    ImageResult.Rejected<DecodedImage> rejected =
        new ImageResult.Rejected<>(reason.withMessage("a message"));

    assertThat(rejected.reason()).isEqualTo(reason);
  }

  private static String reason(BufferedImage image) {
    FaceEncoder.Encoding result = recognizer.encodeOne(SampleImages.image(image));
    assertThat(result).isInstanceOf(FaceEncoder.Rejected.class);
    return ((FaceEncoder.Rejected) result).reason();
  }

  private static double quality(BufferedImage image) {
    return recognizer
        .encodeAll(SampleImages.image(image), 1)
        .orThrow()
        .get(0)
        .quality()
        .orElseThrow();
  }

  private static BufferedImage canvas(int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setColor(new Color(90, 110, 100));
    graphics.fillRect(0, 0, width, height);
    return canvas;
  }

  private static void draw(BufferedImage to, BufferedImage image, int x, int y, double scale) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(scale, scale);
    to.createGraphics().drawImage(image, place, null);
  }
}
