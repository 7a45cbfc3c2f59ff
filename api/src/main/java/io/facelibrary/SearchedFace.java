package io.facelibrary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A face found in the searched image, and the persons that it may show. It says nothing about
 * whether a person was found: see {@link #candidates}.
 */
public final class SearchedFace {
  private final List<Candidate> candidates;
  private final Optional<Box> box;
  private final OptionalDouble quality;
  private final OptionalLong compared;

  private SearchedFace(
      List<Candidate> candidates,
      Optional<Box> box,
      OptionalDouble quality,
      OptionalLong compared) {
    this.candidates = candidates;
    this.box = box;
    this.quality = quality;
    this.compared = compared;
  }

  /**
   * Returns a face with its candidates.
   *
   * @param candidates best first, each person once; may be empty
   * @throws InvalidRequestException if the list or an element is null
   */
  public static SearchedFace of(List<Candidate> candidates) {
    return new SearchedFace(
        Checks.copy(candidates, "candidates"),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty());
  }

  /** Returns this face with other candidates. */
  public SearchedFace withCandidates(List<Candidate> candidates) {
    return new SearchedFace(Checks.copy(candidates, "candidates"), box, quality, compared);
  }

  /** Returns this face with its position. */
  public SearchedFace withBox(Box box) {
    return new SearchedFace(candidates, Optional.of(Checks.present(box, "box")), quality, compared);
  }

  /**
   * Returns this face with its quality.
   *
   * @param quality 0 (useless) to 1 (best)
   * @throws InvalidRequestException if the quality is not a number from 0 to 1
   */
  public SearchedFace withQuality(double quality) {
    Checks.share(quality, "quality");
    return new SearchedFace(candidates, box, OptionalDouble.of(quality), compared);
  }

  /**
   * Returns this face with the number of faces that it was compared with.
   *
   * @throws InvalidRequestException if the number is negative
   */
  public SearchedFace withCompared(long compared) {
    Checks.notNegative(compared, "compared");
    return new SearchedFace(candidates, box, quality, OptionalLong.of(compared));
  }

  /** Returns the most similar persons that the search asked for, best first; may be empty. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /** Returns the position of the face in the image; empty if the provider does not report it. */
  public Optional<Box> box() {
    return box;
  }

  /**
   * Returns the quality of the face for recognition, from 0 to 1; empty if the provider does not
   * report it. Qualities of different models cannot be compared.
   */
  public OptionalDouble quality() {
    return quality;
  }

  /**
   * Returns the number of the library's faces that this face was compared with; empty if the
   * provider does not report it. A provider whose scale has rates reports it.
   */
  public OptionalLong compared() {
    return compared;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchedFace that
        && candidates.equals(that.candidates)
        && box.equals(that.box)
        && quality.equals(that.quality)
        && compared.equals(that.compared);
  }

  @Override
  public int hashCode() {
    return Objects.hash(candidates, box, quality, compared);
  }

  @Override
  public String toString() {
    return "SearchedFace[candidates="
        + candidates
        + ", box="
        + box
        + ", quality="
        + quality
        + ", compared="
        + compared
        + "]";
  }
}
