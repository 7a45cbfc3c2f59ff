package io.facelibrary;

import java.util.List;

/**
 * Finds faces in images and computes an embedding for each of them. Libraries that store faces
 * themselves recognize them by their embeddings.
 *
 * <p>Implementations are thread-safe, return the same result for the same image, do not access the
 * network, and include neither images nor embeddings in messages.
 */
public interface FaceEncoder extends AutoCloseable {

  /**
   * Returns the name and version of the model that computes the embeddings. Constant. Embeddings of
   * different models are never compared.
   */
  String model();

  /** Returns the number of values in every embedding, at least 1. Constant. */
  int dimensions();

  /**
   * Encodes the face in an image of one person, for adding it to a library. The image is rejected
   * if the face is not good enough for recognition.
   *
   * @return {@link Encoded} with one face, or {@link Rejected}
   */
  Encoding encodeOne(FaceImage.Bytes image);

  /**
   * Encodes the faces in an image, for a search.
   *
   * @param atMost the maximum number of faces to encode, at least 1; the largest faces are encoded
   * @return {@link Encoded}, without a face if the image contains none; {@link Rejected} if the
   *     image cannot be processed
   */
  Encoding encodeAll(FaceImage.Bytes image, int atMost);

  /**
   * Converts the Euclidean distance between two embeddings to a similarity. The similarity never
   * rises as the distance grows.
   *
   * @param distance at least 0
   */
  Similarity similarity(double distance);

  /**
   * Releases the encoder's resources, if there are any. The code that opened the encoder closes it
   * after its last use.
   */
  @Override
  default void close() {}

  /** The result of encoding an image. */
  sealed interface Encoding {}

  /**
   * The image was processed.
   *
   * @param faces the faces found, the largest first; may be empty
   */
  record Encoded(List<FaceEmbedding> faces) implements Encoding {

    /**
     * Checks and copies the faces.
     *
     * @throws InvalidRequestException if the list or an element is null
     */
    public Encoded {
      faces = Checks.copy(faces, "faces");
    }
  }

  /**
   * The image is not suitable.
   *
   * @param reason why, for programs: a stable word in lower case with hyphens, such as {@code
   *     no-face}
   * @param message why, for people: the rule and the limit, without data of the image
   */
  record Rejected(String reason, String message) implements Encoding {

    /**
     * Checks the fields.
     *
     * @throws InvalidRequestException if a field is null
     */
    public Rejected {
      Checks.present(reason, "reason");
      Checks.present(message, "message");
    }

    /** Returns this as the failure of one item, of the kind {@link ErrorKind#IMAGE_REJECTED}. */
    public ItemFailure toItemFailure(int index) {
      return ItemFailure.of(index, ErrorKind.IMAGE_REJECTED, message).withReason(reason);
    }

    /** Returns this as the failure of a call, of the kind {@link ErrorKind#IMAGE_REJECTED}. */
    public FaceLibraryException toException() {
      return FaceLibraryException.of(
          ErrorKind.IMAGE_REJECTED, Effect.NONE, reason + ": " + message);
    }
  }
}
