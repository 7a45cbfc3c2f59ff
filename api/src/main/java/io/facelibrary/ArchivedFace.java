package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A face with all the data that a library keeps of it: see {@link FaceArchive}. */
public final class ArchivedFace {
  private final Optional<FaceImage> image;
  private final Optional<FaceEmbedding> embedding;

  private ArchivedFace(Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {
    this.image = Checks.present(image, "image");
    this.embedding = Checks.present(embedding, "embedding");
  }

  /** Returns a face of which only the image, or its URL, is kept. */
  public static ArchivedFace of(FaceImage image) {
    return new ArchivedFace(Optional.of(Checks.present(image, "image")), Optional.empty());
  }

  /** Returns a face of which only the embedding is kept. */
  public static ArchivedFace of(FaceEmbedding embedding) {
    return new ArchivedFace(Optional.empty(), Optional.of(Checks.present(embedding, "embedding")));
  }

  /**
   * Returns a face with the data that is kept of it.
   *
   * @param image the image, or the URL that it was added from; empty if neither is kept
   * @param embedding the embedding computed by the library's model; empty if there is no model
   * @throws InvalidRequestException if an argument is null
   */
  public static ArchivedFace of(Optional<FaceImage> image, Optional<FaceEmbedding> embedding) {
    return new ArchivedFace(image, embedding);
  }

  /** Returns the image, or the URL that it was added from; empty if the library keeps neither. */
  public Optional<FaceImage> image() {
    return image;
  }

  /** Returns the embedding computed by the library's model; empty if the library has no model. */
  public Optional<FaceEmbedding> embedding() {
    return embedding;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArchivedFace that
        && image.equals(that.image)
        && embedding.equals(that.embedding);
  }

  @Override
  public int hashCode() {
    return Objects.hash(image, embedding);
  }

  @Override
  public String toString() {
    return "ArchivedFace[image=" + image + ", embedding=" + embedding + "]";
  }
}
