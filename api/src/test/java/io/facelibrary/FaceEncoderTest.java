package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceEncoder.Encoded;
import io.facelibrary.FaceEncoder.Encoding;
import io.facelibrary.FaceEncoder.Rejected;
import io.facelibrary.support.TestImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The methods that encoders inherit, and the results of encoders. */
class FaceEncoderTest {
  private static final EncodedFace FACE = EncodedFace.of(FaceEmbedding.of(new float[] {1}));
  private static final Rejected REJECTED = Rejected.of("no-face", "none was found");

  private final FaceEncoder encoder = new BytesEncoder();

  @Test
  void eachImageIsEncodedInOrder() {
    FaceImage.Bytes webp = FaceImage.of(TestImages.webp());
    FaceImage.Bytes png = FaceImage.of(TestImages.png());

    List<Encoding> results = encoder.encodeEach(List.of(webp, png, webp));

    assertThat(results)
        .containsExactly(encoder.encodeOne(webp), encoder.encodeOne(png), encoder.encodeOne(webp));
    assertThat(encoder.encodeEach(List.of())).isEmpty();
  }

  @Test
  void theSimilarityOfTwoEmbeddingsIsThatOfTheirDistance() {
    FaceEmbedding one = FaceEmbedding.of(new float[] {0, 0});
    FaceEmbedding other = FaceEmbedding.of(new float[] {3, 4});

    assertThat(encoder.similarity(one, other)).isEqualTo(encoder.similarity(5));
    assertThatThrownBy(() -> encoder.similarity(one, FaceEmbedding.of(new float[1])))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("must have 2 values and has 1");
  }

  @Test
  void aRejectionBecomesAFailureOfAnItemOrACallWithTheSameReason() {
    ItemFailure failure = REJECTED.toItemFailure(3);
    FaceLibraryException exception = REJECTED.toException();

    assertThat(failure.index()).isEqualTo(3);
    assertThat(failure.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
    assertThat(failure.reason()).isEqualTo("no-face");
    assertThat(failure.message()).isEqualTo("none was found");
    assertThat(exception.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
    assertThat(exception.effect()).isEqualTo(Effect.NONE);
    assertThat(exception).hasMessageContaining("no-face: none was found");
  }

  @Test
  void theFacesOfARejectedImageCannotBeTaken() {
    assertThat(Encoded.of(List.of(FACE)).orThrow()).containsExactly(FACE);
    assertThatThrownBy(REJECTED::orThrow)
        .isInstanceOf(FaceLibraryException.class)
        .hasMessageContaining("no-face: none was found");
  }

  @Test
  void resultsAreValues() {
    assertThat(REJECTED)
        .isEqualTo(Rejected.of("no-face", "none was found"))
        .hasSameHashCodeAs(Rejected.of("no-face", "none was found"))
        .isNotEqualTo(Rejected.of("too-dark", "none was found"))
        .isNotEqualTo(Rejected.of("no-face", "another"))
        .isNotEqualTo("text")
        .hasToString("Rejected[no-face: none was found]");
    assertThat(Encoded.of(List.of(FACE)))
        .isEqualTo(Encoded.of(List.of(FACE)))
        .hasSameHashCodeAs(Encoded.of(List.of(FACE)))
        .isNotEqualTo(Encoded.of(List.of()))
        .isNotEqualTo("text")
        .hasToString("Encoded[" + FACE + "]");
  }

  @Test
  void theFacesAreCopied() {
    List<EncodedFace> faces = new ArrayList<>(List.of(FACE));
    Encoded encoded = Encoded.of(faces);

    faces.clear();

    assertThat(encoded.faces()).containsExactly(FACE);
    assertThatThrownBy(() -> encoded.faces().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** Returns the size of the image as its embedding. */
  private static final class BytesEncoder implements FaceEncoder {
    @Override
    public EncoderModel model() {
      return EncoderModel.of("bytes", 1);
    }

    @Override
    public Encoding encodeOne(FaceImage.Bytes image) {
      return Encoded.of(List.of(EncodedFace.of(FaceEmbedding.of(new float[] {image.size()}))));
    }

    @Override
    public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
      return encodeOne(image);
    }

    @Override
    public Similarity similarity(double distance) {
      return Similarity.of(1 / (1 + distance));
    }
  }
}
