package io.facelibrary;

import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of a {@link DeleteFaces} request, face by face.
 *
 * @param outcomes one outcome for each face, in the order of the request
 */
public record DeleteFacesResult(List<Outcome> outcomes) {

  /**
   * Checks and copies the outcomes.
   *
   * @throws InvalidRequestException if an outcome is null, or the index of a failure is not its
   *     position in the list
   */
  public DeleteFacesResult {
    outcomes = Checks.nonEmpty(outcomes, "outcomes");
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Refused refused && refused.failure().index() != i) {
        throw InvalidRequestException.ofValue(
            "outcomes[" + i + "]", "must have its position as the index");
      }
    }
  }

  /** The outcome for one face. */
  public sealed interface Outcome permits Deleted, Absent, Refused {
    /** Returns the face of the request. */
    FaceId face();
  }

  /**
   * The face was in the library and has been deleted.
   *
   * @param face the face of the request
   */
  public record Deleted(FaceId face) implements Outcome {
    /** Checks the field. */
    public Deleted {
      Checks.present(face, "face");
    }
  }

  /**
   * The person did not have this face.
   *
   * @param face the face of the request
   */
  public record Absent(FaceId face) implements Outcome {
    /** Checks the field. */
    public Absent {
      Checks.present(face, "face");
    }
  }

  /**
   * The face could not be deleted. The other faces are not affected.
   *
   * @param face the face of the request
   * @param failure why the face could not be deleted
   */
  public record Refused(FaceId face, ItemFailure failure) implements Outcome {
    /** Checks the fields. */
    public Refused {
      Checks.present(face, "face");
      Checks.present(failure, "failure");
    }
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
    return outcomes.stream()
        .flatMap(it -> it instanceof Refused no ? Stream.of(no.failure()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the faces that were deleted if none of the request's faces remains in the library.
   *
   * @throws PartialFailureException if any face could not be deleted; the others stay deleted
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures);
    }
    return deleted();
  }
}
