package io.facelibrary.engine;

import io.facelibrary.Effect;
import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Similarity;
import java.util.List;

/**
 * Verifies the results of an encoder. Embeddings of another model or another length must not reach
 * the store: distances to the stored embeddings would be meaningless.
 */
final class CheckedEncoder {
  private final FaceEncoder encoder;
  private final boolean owned;
  private final EncoderModel model;

  /**
   * Wraps an encoder.
   *
   * @param owned whether the encoder is closed with the library
   */
  CheckedEncoder(FaceEncoder encoder, boolean owned) {
    this.encoder = encoder;
    this.owned = owned;
    model = encoder.model();
  }

  EncoderModel model() {
    return model;
  }

  Similarity similarity(double distance) {
    return encoder.similarity(distance);
  }

  /** Encodes images to add. Each result is exactly one face or a rejection. */
  List<FaceEncoder.Encoding> encodeEach(List<FaceImage> images) {
    List<FaceEncoder.Encoding> encodings =
        images.size() == 1
            ? List.of(encoder.encodeOne(bytes(images.get(0))))
            : encoder.encodeEach(images.stream().map(CheckedEncoder::bytes).toList());
    if (encodings.size() != images.size()) {
      throw defect(
          "the encoder returned " + encodings.size() + " results for " + images.size() + " images");
    }
    for (FaceEncoder.Encoding encoding : encodings) {
      if (encoding instanceof FaceEncoder.Encoded encoded) {
        check(encoded.faces(), 1, 1);
      }
    }
    return encodings;
  }

  /**
   * Encodes the faces of a query image.
   *
   * @throws FaceLibraryException {@code IMAGE_REJECTED} if the encoder rejects the image
   */
  List<EncodedFace> encodeAll(FaceImage image, int atMost) {
    List<EncodedFace> faces = encoder.encodeAll(bytes(image), atMost).orThrow();
    check(faces, 0, atMost);
    return faces;
  }

  /** The guard rejects image URLs before this call, because the library does not offer them. */
  private static FaceImage.Bytes bytes(FaceImage image) {
    if (image instanceof FaceImage.Bytes content) {
      return content;
    }
    throw FaceLibraryException.of(
        ErrorKind.UNSUPPORTED, Effect.NONE, "the library does not fetch image URLs");
  }

  private void check(List<EncodedFace> faces, int atLeast, int atMost) {
    if (!encoder.model().isSameAs(model)) {
      throw defect("the encoder changed its model after the library was opened");
    }
    if (faces.size() < atLeast || faces.size() > atMost) {
      throw defect(
          "the encoder returned " + faces.size() + " faces, not " + atLeast + " to " + atMost);
    }
    for (EncodedFace face : faces) {
      int dimensions = face.embedding().dimensions();
      if (dimensions != model.dimensions()) {
        throw defect(
            "the encoder returned an embedding of "
                + dimensions
                + " dimensions, not "
                + model.dimensions());
      }
    }
  }

  private static FaceLibraryException defect(String message) {
    return FaceLibraryException.of(ErrorKind.INTERNAL, Effect.NONE, message);
  }

  void close() {
    if (owned) {
      encoder.close();
    }
  }
}
