package io.facelibrary;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A person that a search found for a face. */
public final class Candidate {
  /**
   * Orders candidates by descending similarity, then by ascending person id. Every library returns
   * candidates in descending similarity.
   */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.person().value());

  private final PersonId person;
  private final Optional<FaceId> face;
  private final Similarity similarity;
  private final Verdict verdict;
  private final OptionalDouble expectedStrangers;

  private Candidate(
      PersonId person,
      Optional<FaceId> face,
      Similarity similarity,
      Verdict verdict,
      OptionalDouble expectedStrangers) {
    this.person = person;
    this.face = face;
    this.similarity = similarity;
    this.verdict = verdict;
    this.expectedStrangers = expectedStrangers;
  }

  /**
   * Returns a candidate without a face. It is {@link Verdict#UNJUDGED}; the guard judges it.
   *
   * @param person the person's id
   * @param similarity the similarity of the person's most similar face
   */
  public static Candidate of(PersonId person, Similarity similarity) {
    return new Candidate(
        Checks.present(person, "person"),
        Optional.empty(),
        Checks.present(similarity, "similarity"),
        Verdict.UNJUDGED,
        OptionalDouble.empty());
  }

  /**
   * Returns this candidate with the face of the person that is most similar to the searched one.
   */
  public Candidate withFace(FaceId face) {
    return new Candidate(
        person, Optional.of(Checks.present(face, "face")), similarity, verdict, expectedStrangers);
  }

  /**
   * Returns this candidate with a verdict. Intended for the guard and for test doubles: the guard
   * replaces the verdict of a provider.
   */
  public Candidate withVerdict(Verdict verdict) {
    return new Candidate(
        person, face, similarity, Checks.present(verdict, "verdict"), expectedStrangers);
  }

  /**
   * Returns this candidate with a number of expected strangers. Intended for the guard and for test
   * doubles: the guard replaces the number of a provider.
   *
   * @param expected 0 or more
   * @throws InvalidRequestException if the number is negative or not a number
   */
  public Candidate withExpectedStrangers(double expected) {
    if (!(expected >= 0)) {
      throw InvalidRequestException.ofValue("expectedStrangers", "must be at least 0");
    }
    return new Candidate(person, face, similarity, verdict, OptionalDouble.of(expected));
  }

  /** Returns the person's id. */
  public PersonId person() {
    return person;
  }

  /**
   * Returns the face of the person that is most similar to the searched one; empty if the service
   * does not name it.
   */
  public Optional<FaceId> face() {
    return face;
  }

  /** Returns the similarity of the person's most similar face. */
  public Similarity similarity() {
    return similarity;
  }

  /** Returns the library's judgement of the similarity. */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Returns how many strangers would be at least this similar, on average, if the searched person
   * were not in the library. Empty if the library's scale has no rates.
   *
   * @see SimilarityScale#expectedStrangers
   */
  public OptionalDouble expectedStrangers() {
    return expectedStrangers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Candidate that
        && person.equals(that.person)
        && face.equals(that.face)
        && similarity.equals(that.similarity)
        && verdict == that.verdict
        && expectedStrangers.equals(that.expectedStrangers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(person, face, similarity, verdict, expectedStrangers);
  }

  @Override
  public String toString() {
    return "Candidate[person="
        + person
        + ", face="
        + face.map(FaceId::value).orElse("unknown")
        + ", similarity="
        + similarity
        + ", verdict="
        + verdict
        + ", expectedStrangers="
        + expectedStrangers
        + "]";
  }
}
