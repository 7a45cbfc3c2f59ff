package io.facelibrary;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds faces in images and computes an embedding for each of them. Libraries that store faces
 * themselves recognize them by their embeddings.
 *
 * <p>Implementations are thread-safe, return the same result for the same image, do not access the
 * network, and include neither images nor embeddings in messages.
 */
public interface FaceEncoder extends AutoCloseable {

  /**
   * Returns the model that computes the embeddings, with its scale if that is known. Constant.
   * Embeddings of different models are never compared.
   */
  EncoderModel model();

  /**
   * Encodes the face in an image of one person, for adding it to a library. The image is rejected
   * if the face is not good enough for recognition.
   *
   * @return {@link Encoded} with one face, or {@link Rejected}
   */
  Encoding encodeOne(FaceImage.Bytes image);

  /**
   * Encodes the face in each of these images, as {@link #encodeOne} does. An encoder that computes
   * several embeddings at once overrides this method; the default encodes one image after another.
   *
   * @param images images of one person each
   * @return one result for each image, in the same order
   */
  default List<Encoding> encodeEach(List<FaceImage.Bytes> images) {
    return Checks.copy(images, "images").stream().map(this::encodeOne).toList();
  }

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
   * rises as the distance grows. The scale of the {@link #model} states its meaning.
   *
   * @param distance at least 0
   */
  Similarity similarity(double distance);

  /**
   * Returns the similarity of two faces whose embeddings this encoder's model computed.
   *
   * @throws InvalidRequestException if the embeddings have different numbers of values
   */
  default Similarity similarity(FaceEmbedding one, FaceEmbedding other) {
    return similarity(Checks.present(one, "one").distanceTo(other));
  }

  /**
   * Releases the encoder's resources, if there are any. The code that opened the encoder closes it
   * after its last use.
   */
  @Override
  default void close() {}

  /** The result of encoding an image: {@link Encoded} or {@link Rejected}, and never a third. */
  sealed interface Encoding {

    /**
     * Returns the faces.
     *
     * @throws FaceLibraryException {@link ErrorKind#IMAGE_REJECTED} if the image was rejected
     */
    List<EncodedFace> orThrow();
  }

  /** The image was processed. */
  final class Encoded implements Encoding {
    private final List<EncodedFace> faces;

    private Encoded(List<EncodedFace> faces) {
      this.faces = faces;
    }

    /**
     * Returns the result for an image with these faces.
     *
     * @param faces the faces found, the largest first; may be empty
     * @throws InvalidRequestException if the list or an element is null
     */
    public static Encoded of(List<EncodedFace> faces) {
      return new Encoded(Checks.copy(faces, "faces"));
    }

    /** Returns the faces found, the largest first; unmodifiable. */
    public List<EncodedFace> faces() {
      return faces;
    }

    @Override
    public List<EncodedFace> orThrow() {
      return faces;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Encoded that && faces.equals(that.faces);
    }

    @Override
    public int hashCode() {
      return faces.hashCode();
    }

    @Override
    public String toString() {
      return "Encoded" + faces;
    }
  }

  /** The image is not suitable. */
  final class Rejected implements Encoding {
    private final String reason;
    private final String message;

    private Rejected(String reason, String message) {
      this.reason = reason;
      this.message = message;
    }

    /**
     * Returns the result for an image that is not suitable.
     *
     * @param reason why, for programs: a stable word in lower case with hyphens, such as {@code
     *     no-face}
     * @param message why, for people: the rule and the limit, without data of the image
     * @throws InvalidRequestException if an argument is null
     */
    public static Rejected of(String reason, String message) {
      return new Rejected(Checks.present(reason, "reason"), Checks.present(message, "message"));
    }

    /** Returns why, for programs: a stable word in lower case with hyphens. */
    public String reason() {
      return reason;
    }

    /** Returns why, for people: the rule and the limit. */
    public String message() {
      return message;
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

    @Override
    public List<EncodedFace> orThrow() {
      throw toException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rejected that
          && reason.equals(that.reason)
          && message.equals(that.message);
    }

    @Override
    public int hashCode() {
      return Objects.hash(reason, message);
    }

    @Override
    public String toString() {
      return "Rejected[" + reason + ": " + message + "]";
    }
  }
}
