package io.facelibrary;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Converts a similarity to a {@link Verdict}. A library has a scale if its similarities have a
 * known meaning: see {@link Capabilities#scale()}.
 *
 * <p>A scale of rates knows how often the faces of two different persons reach a similarity. The
 * more faces a search compares, the more similar a face must be, because each comparison may accept
 * a stranger. A scale of thresholds has one number for each verdict, for libraries of any size.
 */
public final class SimilarityScale {
  /** The accepted number of strangers in a search, and the largest rate of one comparison. */
  private record Allowance(double strangersPerSearch, double largestRate) {
    double rate(long facesCompared) {
      return Math.min(largestRate, strangersPerSearch / Math.max(1, facesCompared));
    }
  }

  private static final Allowance MATCH = new Allowance(0.01, 0.001);
  private static final Allowance POSSIBLE = new Allowance(1, 0.01);

  private final Similarity match;
  private final Similarity possible;
  private final @Nullable RateTable rates;
  private final double measuredDownTo;
  private final String source;

  private SimilarityScale(
      Similarity match,
      Similarity possible,
      @Nullable RateTable rates,
      double measuredDownTo,
      String source) {
    this.match = match;
    this.possible = possible;
    this.rates = rates;
    this.measuredDownTo = measuredDownTo;
    this.source = source;
  }

  /**
   * Returns a scale of two thresholds, such as those that a vendor recommends.
   *
   * @param match the least similarity of a {@link Verdict#MATCH}
   * @param possible the least similarity of a {@link Verdict#POSSIBLE}; at most {@code match}
   * @throws InvalidRequestException if {@code possible} is above {@code match}
   */
  public static SimilarityScale ofThresholds(Similarity match, Similarity possible) {
    Checks.present(match, "match");
    if (Checks.present(possible, "possible").compareTo(match) > 0) {
      throw InvalidRequestException.ofValue("possible", "must be at most match");
    }
    return new SimilarityScale(match, possible, null, 0, "");
  }

  /**
   * Returns a scale of false-accept rates. Between two points, and beyond the last one, the
   * logarithm of the rate is a linear function of the similarity.
   *
   * @param rateBySimilarity at least two points. The key is a similarity from 0 to 1. The value is
   *     the share of pairs of different persons that reach it, above 0 and at most 1. The rate must
   *     fall as the similarity rises.
   * @param measuredDownTo the smallest rate that was measured; smaller rates are extrapolated
   * @param source the origin of the rates, for people, such as the set of images
   * @throws InvalidRequestException if an argument breaks a rule above
   */
  public static SimilarityScale ofRates(
      Map<Double, Double> rateBySimilarity, double measuredDownTo, String source) {
    return ofRates(new RateTable(rateBySimilarity), measuredDownTo, source);
  }

  /**
   * Returns the scale of a model whose similarities are {@link Similarity#ofFalseAcceptRate}.
   *
   * @param measuredDownTo the smallest rate that was measured; smaller rates are extrapolated
   * @param source the origin of the model's rates, for people, such as the set of images
   * @throws InvalidRequestException if the rate is not above 0 and at most 1
   */
  public static SimilarityScale measured(double measuredDownTo, String source) {
    return ofRates(RateTable.STANDARD, measuredDownTo, source);
  }

  private static SimilarityScale ofRates(RateTable rates, double measuredDownTo, String source) {
    if (!(measuredDownTo > 0 && measuredDownTo <= 1)) {
      throw InvalidRequestException.ofValue("measuredDownTo", "must be above 0 and at most 1");
    }
    return new SimilarityScale(
        rates.similarityAt(MATCH.largestRate()),
        rates.similarityAt(POSSIBLE.largestRate()),
        rates,
        measuredDownTo,
        Checks.present(source, "source"));
  }

  /** Returns whether this is a scale of rates, whose verdicts depend on the faces compared. */
  public boolean hasRates() {
    return rates != null;
  }

  /** Returns the origin of the rates, for people; empty for a scale of thresholds. */
  public Optional<String> source() {
    return rates == null ? Optional.empty() : Optional.of(source);
  }

  /**
   * Returns the least similarity that has a verdict or a better one. A search may skip all faces
   * below it.
   *
   * <p>A scale of rates accepts 0.01 strangers per search and a rate of 0.001 per face for {@link
   * Verdict#MATCH}. For {@link Verdict#POSSIBLE} it accepts 1 stranger per search and a rate of
   * 0.01 per face.
   *
   * @param verdict {@code MATCH}, {@code POSSIBLE} or {@code UNLIKELY}
   * @param facesCompared the number of faces that the search compares with each face of the image
   * @throws InvalidRequestException if the verdict is {@code UNJUDGED}, or the number is negative
   */
  public Similarity least(Verdict verdict, long facesCompared) {
    Checks.notNegative(facesCompared, "facesCompared");
    return switch (Checks.present(verdict, "verdict")) {
      case MATCH -> least(MATCH, match, facesCompared);
      case POSSIBLE -> least(POSSIBLE, possible, facesCompared);
      case UNLIKELY -> Similarity.NONE;
      case UNJUDGED ->
          throw InvalidRequestException.ofValue("verdict", "must not be " + Verdict.UNJUDGED);
    };
  }

  private Similarity least(Allowance allowance, Similarity threshold, long facesCompared) {
    return rates == null ? threshold : rates.similarityAt(allowance.rate(facesCompared));
  }

  /**
   * Returns the verdict on a similarity.
   *
   * @param facesCompared the number of faces that the search compared with the face of the image
   * @return {@code MATCH}, {@code POSSIBLE} or {@code UNLIKELY}
   */
  public Verdict verdict(Similarity similarity, long facesCompared) {
    Checks.present(similarity, "similarity");
    if (similarity.isAtLeast(least(Verdict.MATCH, facesCompared))) {
      return Verdict.MATCH;
    }
    return similarity.isAtLeast(least(Verdict.POSSIBLE, facesCompared))
        ? Verdict.POSSIBLE
        : Verdict.UNLIKELY;
  }

  /**
   * Returns how many strangers' faces reach a similarity on average, if the searched person is not
   * in the library. It is the number of faces compared, multiplied by the false-accept rate.
   *
   * @param facesCompared the number of faces that the search compared with the face of the image
   * @return 0 or more; empty for a scale of thresholds
   */
  public OptionalDouble expectedStrangers(Similarity similarity, long facesCompared) {
    Checks.present(similarity, "similarity");
    Checks.notNegative(facesCompared, "facesCompared");
    return rates == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(rates.rateAt(similarity.value()) * facesCompared);
  }

  /**
   * Returns whether the false-accept rate of a similarity is smaller than any rate that was
   * measured. False for a scale of thresholds.
   */
  public boolean isExtrapolated(Similarity similarity) {
    Checks.present(similarity, "similarity");
    return rates != null && rates.rateAt(similarity.value()) < measuredDownTo;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SimilarityScale that
        && match.equals(that.match)
        && possible.equals(that.possible)
        && Objects.equals(rates, that.rates)
        && measuredDownTo == that.measuredDownTo
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(match, possible, rates, measuredDownTo, source);
  }

  /** Returns the thresholds, or the origin of the rates. */
  @Override
  public String toString() {
    return rates == null
        ? "SimilarityScale[match " + match + ", possible " + possible + "]"
        : "SimilarityScale[" + source + ", measured down to " + measuredDownTo + "]";
  }
}
