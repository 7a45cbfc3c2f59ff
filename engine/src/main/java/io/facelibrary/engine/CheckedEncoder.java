package io.facelibrary.engine;

import io.facelibrary.Effect;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Similarity;
import java.util.List;

/**
 * An encoder that is held to its word: embeddings of another model, or of another length, would be
 * compared with those that are kept and mean nothing.
 */
final class CheckedEncoder {
  private final FaceEncoder encoder;
  private final boolean owned;
  private final EncoderModel model;

  /**
   * Takes an encoder.
   *
   * @param owned whether it is closed with the library
   */
  CheckedEncoder(FaceEncoder encoder, boolean owned) {
    this.encoder = encoder;
    this.owned = owned;
    if (encoder.dimensions() < 1) {
      throw InvalidRequestException.of("encoder", "must have at least 1 dimension");
    }
    model = EncoderModel.of(encoder);
  }

  EncoderModel model() {
    return model;
  }

  Similarity similarity(double distance) {
    return encoder.similarity(distance);
  }

  /** Encodes a picture to be added; what comes back holds one face or is a rejection. */
  FaceEncoder.Encoding encodeOne(FaceImage image) {
    FaceEncoder.Encoding encoding = encoder.encodeOne(bytes(image));
    if (encoding instanceof FaceEncoder.Encoded encoded) {
      check(encoded.faces(), 1, 1);
    }
    return encoding;
  }

  /**
   * Encodes a picture to search with.
   *
   * @throws FaceLibraryException {@code IMAGE_REJECTED} if it cannot be looked at
   */
  List<FaceEmbedding> encodeAll(FaceImage image, int atMost) {
    FaceEncoder.Encoding encoding = encoder.encodeAll(bytes(image), atMost);
    if (encoding instanceof FaceEncoder.Rejected rejected) {
      throw rejected.toException();
    }
    List<FaceEmbedding> faces = ((FaceEncoder.Encoded) encoding).faces();
    check(faces, 0, atMost);
    return faces;
  }

  /** The guard lets no addresses through, since the library does not offer them. */
  private static FaceImage.Bytes bytes(FaceImage image) {
    if (image instanceof FaceImage.Bytes content) {
      return content;
    }
    throw FaceLibraryException.of(
        ErrorKind.UNSUPPORTED, Effect.NONE, "the library fetches no pictures");
  }

  private void check(List<FaceEmbedding> faces, int atLeast, int atMost) {
    if (!encoder.model().equals(model.name())) {
      throw broken("the encoder is of another model than when the library was opened");
    }
    if (faces.size() < atLeast || faces.size() > atMost) {
      throw broken("the encoder answered " + faces.size() + " faces, not up to " + atMost);
    }
    for (FaceEmbedding face : faces) {
      if (face.dimensions() != model.dimensions()) {
        throw broken(
            "the encoder answered " + face.dimensions() + " numbers, not " + model.dimensions());
      }
    }
  }

  private static FaceLibraryException broken(String message) {
    return FaceLibraryException.of(ErrorKind.INTERNAL, Effect.NONE, message);
  }

  void close() {
    if (owned) {
      encoder.close();
    }
  }
}
