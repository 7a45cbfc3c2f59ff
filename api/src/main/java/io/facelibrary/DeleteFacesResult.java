package io.facelibrary;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the faces of a {@link DeleteFaces}.
 *
 * @param outcomes one for each face, in the order of the request
 */
public record DeleteFacesResult(List<Outcome> outcomes) {

  /**
   * Checks and copies the outcomes.
   *
   * @throws InvalidRequestException if one is null, or a failure has another index than its place
   */
  public DeleteFacesResult {
    outcomes = Checks.nonEmpty(outcomes, "outcomes");
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Refused refused && refused.failure().index() != i) {
        throw InvalidRequestException.ofValue(
            "outcomes[" + i + "]", "must have the index of its place");
      }
    }
  }

  /** What became of one face. */
  public sealed interface Outcome permits Deleted, Absent, Refused {
    /** The face that was named. */
    FaceId face();
  }

  /**
   * The face was there and is no more.
   *
   * @param face the face that was named
   */
  public record Deleted(FaceId face) implements Outcome {
    /** Checks the field. */
    public Deleted {
      Checks.present(face, "face");
    }
  }

  /**
   * The person had no such face.
   *
   * @param face the face that was named
   */
  public record Absent(FaceId face) implements Outcome {
    /** Checks the field. */
    public Absent {
      Checks.present(face, "face");
    }
  }

  /**
   * The face could not be deleted; the others are not affected.
   *
   * @param face the face that was named
   * @param failure why
   */
  public record Refused(FaceId face, ItemFailure failure) implements Outcome {
    /** Checks the fields. */
    public Refused {
      Checks.present(face, "face");
      Checks.present(failure, "failure");
    }
  }

  /** The faces that were there and are no more, in the order of the request. */
  public List<FaceId> deleted() {
    return outcomes.stream().filter(it -> it instanceof Deleted).map(Outcome::face).toList();
  }

  /** The faces that the person did not have, in the order of the request. */
  public List<FaceId> absent() {
    return outcomes.stream().filter(it -> it instanceof Absent).map(Outcome::face).toList();
  }

  /** Why the others could not be deleted, in the order of the request. */
  public List<ItemFailure> failures() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Refused no ? Stream.of(no.failure()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the faces that were there when none of those named is there any more.
   *
   * @throws PartialFailureException if any could not be deleted; the deleted ones stay deleted
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures);
    }
    return deleted();
  }
}
