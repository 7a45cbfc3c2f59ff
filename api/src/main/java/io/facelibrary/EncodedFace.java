package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A face that an encoder found in an image: its embedding, and its position and quality if the
 * encoder reports them.
 */
public final class EncodedFace {
  private final FaceEmbedding embedding;
  private final Optional<Box> box;
  private final OptionalDouble quality;

  private EncodedFace(FaceEmbedding embedding, Optional<Box> box, OptionalDouble quality) {
    this.embedding = embedding;
    this.box = box;
    this.quality = quality;
  }

  /**
   * Returns a face without a position and a quality.
   *
   * @throws InvalidRequestException if the embedding is null
   */
  public static EncodedFace of(FaceEmbedding embedding) {
    return new EncodedFace(
        Checks.present(embedding, "embedding"), Optional.empty(), OptionalDouble.empty());
  }

  /** Returns this face with a position. */
  public EncodedFace withBox(Box box) {
    return new EncodedFace(embedding, Optional.of(Checks.present(box, "box")), quality);
  }

  /**
   * Returns this face with a quality.
   *
   * @param quality from 0 to 1
   * @throws InvalidRequestException if the quality is not a number from 0 to 1
   */
  public EncodedFace withQuality(double quality) {
    Checks.share(quality, "quality");
    return new EncodedFace(embedding, box, OptionalDouble.of(quality));
  }

  /** Returns the embedding. */
  public FaceEmbedding embedding() {
    return embedding;
  }

  /** Returns the position in the image, in pixels; it may extend beyond the image. */
  public Optional<Box> box() {
    return box;
  }

  /**
   * Returns how well the face is suited to recognition, from 0 (not suited) to 1. Qualities are
   * comparable only within one model.
   */
  public OptionalDouble quality() {
    return quality;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedFace that
        && embedding.equals(that.embedding)
        && box.equals(that.box)
        && quality.equals(that.quality);
  }

  @Override
  public int hashCode() {
    return Objects.hash(embedding, box, quality);
  }

  /** Returns the position and the quality; the embedding as its number of values. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("EncodedFace[").append(embedding);
    box.ifPresent(it -> text.append(", ").append(it));
    quality.ifPresent(it -> text.append(", quality ").append(it));
    return text.append(']').toString();
  }
}
