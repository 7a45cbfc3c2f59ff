package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of a {@link DeleteFaces} request, face by face. */
public final class DeleteFacesResult {
  private final List<Outcome> outcomes;

  private DeleteFacesResult(Collection<? extends Outcome> outcomes) {
    this.outcomes = Checks.nonEmpty(outcomes, "outcomes");
    for (int i = 0; i < this.outcomes.size(); i++) {
      Optional<ItemFailure> failure = failure(this.outcomes.get(i));
      if (failure.isPresent() && failure.get().index() != i) {
        throw InvalidRequestException.ofValue(
            "outcomes[" + i + "]", "must have its position as the index");
      }
    }
  }

  /**
   * Returns a result.
   *
   * @param outcomes one outcome for each face, in the order of the request
   * @throws InvalidRequestException if there is no outcome, an outcome is null, or the index of a
   *     failure is not its position in the list
   */
  public static DeleteFacesResult of(List<? extends Outcome> outcomes) {
    return new DeleteFacesResult(outcomes);
  }

  /** Returns the faces that were deleted, in the order of the request. */
  public List<FaceId> deleted() {
    return outcomes.stream().filter(it -> it instanceof Deleted).map(Outcome::face).toList();
  }

  /** Returns the faces that the person did not have, in the order of the request. */
  public List<FaceId> absent() {
    return outcomes.stream().filter(it -> it instanceof Absent).map(Outcome::face).toList();
  }

  /** Returns the failures of the faces that could not be deleted, in the order of the request. */
  public List<ItemFailure> failures() {
    return outcomes.stream().flatMap(it -> failure(it).stream()).toList();
  }

  /**
   * Returns the faces that were deleted if none of the request's faces remains in the library.
   *
   * @throws PartialFailureException if any face could not be deleted; the others stay deleted
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures, List.of(), gone());
    }
    return deleted();
  }

  private List<FaceId> gone() {
    return outcomes.stream().filter(it -> !(it instanceof Refused)).map(Outcome::face).toList();
  }

  private static Optional<ItemFailure> failure(Outcome outcome) {
    return outcome instanceof Refused refused ? Optional.of(refused.failure()) : Optional.empty();
  }

  /** Returns one outcome for each face, in the order of the request. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeleteFacesResult that && outcomes.equals(that.outcomes);
  }

  @Override
  public int hashCode() {
    return outcomes.hashCode();
  }

  @Override
  public String toString() {
    return "DeleteFacesResult[outcomes=" + outcomes + "]";
  }

  /**
   * The outcome for one face. The three outcomes are complete: no version adds another, so a
   * program may handle each of them in a {@code switch} without a default.
   */
  public sealed interface Outcome permits Deleted, Absent, Refused {
    /** Returns the face of the request. */
    FaceId face();
  }

  /** The face was in the library and has been deleted. */
  public static final class Deleted implements Outcome {
    private final FaceId face;

    private Deleted(FaceId face) {
      this.face = Checks.present(face, "face");
    }

    /**
     * Returns the outcome for a deleted face.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Deleted of(FaceId face) {
      return new Deleted(face);
    }

    /** Returns the face of the request. */
    @Override
    public FaceId face() {
      return face;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Deleted that && face.equals(that.face);
    }

    @Override
    public int hashCode() {
      return face.hashCode();
    }

    @Override
    public String toString() {
      return "Deleted[face=" + face + "]";
    }
  }

  /** The person did not have this face. */
  public static final class Absent implements Outcome {
    private final FaceId face;

    private Absent(FaceId face) {
      this.face = Checks.present(face, "face");
    }

    /**
     * Returns the outcome for a face that the person did not have.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Absent of(FaceId face) {
      return new Absent(face);
    }

    /** Returns the face of the request. */
    @Override
    public FaceId face() {
      return face;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Absent that && face.equals(that.face);
    }

    @Override
    public int hashCode() {
      return face.hashCode();
    }

    @Override
    public String toString() {
      return "Absent[face=" + face + "]";
    }
  }

  /** The face could not be deleted. The other faces are not affected. */
  public static final class Refused implements Outcome {
    private final FaceId face;
    private final ItemFailure failure;

    private Refused(FaceId face, ItemFailure failure) {
      this.face = Checks.present(face, "face");
      this.failure = Checks.present(failure, "failure");
    }

    /**
     * Returns the outcome for a face that could not be deleted.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Refused of(FaceId face, ItemFailure failure) {
      return new Refused(face, failure);
    }

    /** Returns the face of the request. */
    @Override
    public FaceId face() {
      return face;
    }

    /** Returns why the face could not be deleted. */
    public ItemFailure failure() {
      return failure;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Refused that
          && face.equals(that.face)
          && failure.equals(that.failure);
    }

    @Override
    public int hashCode() {
      return Objects.hash(face, failure);
    }

    @Override
    public String toString() {
      return "Refused[face=" + face + ", failure=" + failure + "]";
    }
  }
}
