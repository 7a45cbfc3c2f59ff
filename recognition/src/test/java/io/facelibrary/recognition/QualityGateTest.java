package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
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

class QualityGateTest {
  private static FaceRecognizer recognizer;

  @BeforeAll
  static void open() {
    recognizer = FaceRecognizer.open();
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void takesBothPortraits() {
    assertThat(recognizer.encodeOne(FaceImage.of(Portraits.hopperBytes())))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(recognizer.encodeOne(FaceImage.of(Portraits.collinsBytes())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void refusesAPictureWithoutAFace() {
    assertThat(reason(canvas(300, 300))).isEqualTo("no-face");
  }

  @Test
  void refusesTwoFacesOfLikeSize() {
    BufferedImage both = canvas(1100, 600);
    draw(both, Portraits.hopper(), 0, 0, 1);
    draw(both, Portraits.collins(), 512, 0, 1.15);

    assertThat(reason(both)).isEqualTo("several-faces");
  }

  @Test
  void takesTheOneInFrontOfAnotherFarBehind() {
    BufferedImage both = canvas(1000, 1000);
    draw(both, Portraits.hopper(), 0, 300, 1.1);
    draw(both, Portraits.collins(), 700, 0, 0.5);

    assertThat(recognizer.detect(DecodedImage.of(both))).hasSize(2);
    assertThat(recognizer.encodeOne(Portraits.image(both))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void refusesAFaceOfTooFewPixels() {
    assertThat(reason(Altered.shrink(Portraits.hopper(), 10))).isEqualTo("too-small");
  }

  @Test
  void warnsOfASmallFace() {
    EncodedFace small =
        recognizer.encodeOne(Portraits.image(Altered.shrink(Portraits.hopper(), 5))).orThrow();
    EncodedFace large = recognizer.encodeOne(Portraits.image(Portraits.hopper())).orThrow();

    assertThat(small.face().isSmall()).isTrue();
    assertThat(large.face().isSmall()).isFalse();
  }

  @Test
  void refusesABlurredFace() {
    assertThat(reason(Altered.blur(Portraits.hopper(), 12))).isEqualTo("too-blurred");
    assertThat(reason(Altered.blur(Portraits.collins(), 6))).isEqualTo("too-blurred");
  }

  @Test
  void refusesAFaceInTheDark() {
    assertThat(reason(Altered.darken(Portraits.hopper(), 8))).isEqualTo("too-dark");
  }

  @Test
  void refusesAFaceThatIsCutOff() {
    BufferedImage hopper = Portraits.hopper();

    assertThat(reason(hopper.getSubimage(0, 0, 512, 290))).isEqualTo("cut-off");
  }

  @Test
  void aRejectionIsTheFailureOfAnItemOrOfACall() {
    Rejection rejection = new Rejection(RejectionReason.NO_FACE, "there is no face in the picture");

    ItemFailure failure = rejection.toItemFailure(4);

    assertThat(failure)
        .isEqualTo(
            new ItemFailure(
                4, ErrorKind.IMAGE_REJECTED, "no-face", "there is no face in the picture"));
    assertThatThrownBy(() -> new Outcome.Rejected<>(rejection).orThrow())
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            thrown -> {
              assertThat(thrown.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
              assertThat(thrown.effect()).isEqualTo(Effect.NONE);
              assertThat(thrown).hasMessageContaining("no-face: there is no face");
            });
  }

  private static String reason(BufferedImage image) {
    Outcome<EncodedFace> outcome = recognizer.encodeOne(Portraits.image(image));
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    return ((Outcome.Rejected<EncodedFace>) outcome).rejection().reason().word();
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
