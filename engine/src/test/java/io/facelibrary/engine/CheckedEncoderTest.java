package io.facelibrary.engine;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.Effect;
import io.facelibrary.EncodedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.engine.support.DelegatingEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Libraries with an encoder that rejects images or violates its contract. */
class CheckedEncoderTest extends EncoderFixture {

  private static void assertDefect(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .hasMessageContaining(message)
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(e.effect()).isEqualTo(Effect.NONE);
            });
  }

  @Test
  void throwsTheReasonForAQueryImageThatTheEncoderRejects() {
    EngineFaceLibrary library =
        library(
            new DelegatingEncoder(encoder) {
              @Override
              public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
                return Rejected.of("unreadable", "the image cannot be decoded");
              }
            });

    assertThatThrownBy(() -> library.search(Search.of(PROBE, STAFF)))
        .hasMessageContaining("unreadable: the image cannot be decoded")
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
              assertThat(e.effect()).isEqualTo(Effect.NONE);
            });
  }

  @Test
  void refusesEmbeddingsOfAnotherModel() {
    EngineFaceLibrary library = libraryWithAnna();
    encoder.changeModel("another model");

    assertDefect(() -> library.addFaces(AddFaces.of(ANNA, FIRST)), "changed its model");
    assertDefect(() -> library.search(Search.of(FIRST, STAFF)), "changed its model");
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).isEmpty();
  }

  @Test
  void refusesEmbeddingsWithAnotherNumberOfDimensions() {
    EngineFaceLibrary library =
        withAnna(library(new FixedEncoder(encoder, FaceEmbedding.of(new float[10]))));

    assertDefect(() -> library.addFaces(AddFaces.of(ANNA, FIRST)), "10 dimensions, not 9");
  }

  @Test
  void refusesAnotherNumberOfFacesThanItAskedFor() {
    FaceEmbedding[] crowd = new FaceEmbedding[21];
    Arrays.fill(crowd, FaceEmbedding.of(vector(1)));
    EngineFaceLibrary library = withAnna(library(new FixedEncoder(encoder, crowd)));
    EngineFaceLibrary none = library(new FixedEncoder(encoder));

    assertDefect(() -> library.addFaces(AddFaces.of(ANNA, FIRST)), "21 faces, not 1 to 1");
    assertDefect(() -> library.search(Search.of(FIRST, STAFF)), "21 faces, not 0 to 20");
    assertDefect(() -> none.addFaces(AddFaces.of(ANNA, FIRST)), "0 faces, not 1 to 1");
  }

  /** Returns the same faces for every image. */
  private static final class FixedEncoder extends DelegatingEncoder {
    private final List<EncodedFace> faces;

    FixedEncoder(FaceEncoder delegate, FaceEmbedding... faces) {
      super(delegate);
      this.faces = Stream.of(faces).map(EncodedFace::of).toList();
    }

    @Override
    public Encoding encodeOne(FaceImage.Bytes image) {
      return Encoded.of(faces);
    }

    @Override
    public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
      return Encoded.of(faces);
    }
  }
}
