package io.facelibrary;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the pictures of an {@link AddFaces}.
 *
 * @param outcomes one for each picture, in the order of the request
 */
public record AddFacesResult(List<Outcome> outcomes) {

  /**
   * Checks and copies the outcomes.
   *
   * @throws InvalidRequestException if one is null, or a failure has another index than its place
   */
  public AddFacesResult {
    outcomes = Checks.nonEmpty(outcomes, "outcomes");
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Rejected rejected && rejected.failure().index() != i) {
        throw InvalidRequestException.ofValue(
            "outcomes[" + i + "]", "must have the index of its place");
      }
    }
  }

  /** What became of one picture. */
  public sealed interface Outcome permits Added, Rejected {}

  /**
   * The picture is in the library.
   *
   * @param face its new id
   */
  public record Added(FaceId face) implements Outcome {
    /** Checks the field. */
    public Added {
      Checks.present(face, "face");
    }
  }

  /**
   * The picture was not added; the others are not affected.
   *
   * @param failure why
   */
  public record Rejected(ItemFailure failure) implements Outcome {
    /** Checks the field. */
    public Rejected {
      Checks.present(failure, "failure");
    }
  }

  /** The ids of the pictures that were added, in the order of the request. */
  public List<FaceId> added() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Added added ? Stream.of(added.face()) : Stream.empty())
        .toList();
  }

  /** Why the others were not, in the order of the request. */
  public List<ItemFailure> failures() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Rejected no ? Stream.of(no.failure()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the new ids when every picture was added.
   *
   * @throws PartialFailureException if any was rejected; the accepted ones stay in the library
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures);
    }
    return added();
  }
}
