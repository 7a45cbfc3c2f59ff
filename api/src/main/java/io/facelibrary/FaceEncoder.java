package io.facelibrary;

import java.util.List;

/**
 * Finds the faces in pictures and turns each into an embedding: what a library recognises faces by
 * that keeps them itself. Implementations may be shared by threads, answer the same for the same
 * picture, fetch nothing, and show neither pictures nor embeddings in messages.
 */
public interface FaceEncoder extends AutoCloseable {

  /**
   * Returns what makes the embeddings, with its version. It never changes; embeddings of different
   * models are never compared.
   */
  String model();

  /** Returns how many numbers every embedding has; at least 1, and it never changes. */
  int dimensions();

  /**
   * Encodes the face of a picture that is to show one person, if the face is good enough to be
   * recognised by.
   *
   * @return {@link Encoded} with one face, or {@link Rejected}
   */
  Encoding encodeOne(FaceImage.Bytes image);

  /**
   * Encodes the faces of a picture to search with.
   *
   * @param atMost how many, the largest first; at least 1
   * @return {@link Encoded}, with no face if none is in the picture; {@link Rejected} if the
   *     picture cannot be looked at
   */
  Encoding encodeAll(FaceImage.Bytes image, int atMost);

  /**
   * Returns what a Euclidean distance of two embeddings means. It never rises with the distance.
   *
   * @param distance at least 0
   */
  Similarity similarity(double distance);

  /**
   * Frees what the encoder holds, if it holds anything; whoever opened it closes it, after the last
   * use.
   */
  @Override
  default void close() {}

  /** What became of a picture. */
  sealed interface Encoding {}

  /**
   * The picture was looked at.
   *
   * @param faces the largest first
   */
  record Encoded(List<FaceEmbedding> faces) implements Encoding {

    /**
     * Checks and copies the faces.
     *
     * @throws InvalidRequestException if the list is or holds null
     */
    public Encoded {
      faces = Checks.copy(faces, "faces");
    }
  }

  /**
   * The picture is not suitable.
   *
   * @param reason why, for programs: a stable word in lower case with hyphens, such as {@code
   *     no-face}
   * @param message why, for people; names the rule and the limit, and shows nothing of the picture
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

    /** Returns this as the failure of an item of a call, of the kind {@code IMAGE_REJECTED}. */
    public ItemFailure toItemFailure(int index) {
      return new ItemFailure(index, ErrorKind.IMAGE_REJECTED, reason, message);
    }

    /** Returns this as the failure of a whole call, of the kind {@code IMAGE_REJECTED}. */
    public FaceLibraryException toException() {
      return FaceLibraryException.of(
          ErrorKind.IMAGE_REJECTED, Effect.NONE, reason + ": " + message);
    }
  }
}
