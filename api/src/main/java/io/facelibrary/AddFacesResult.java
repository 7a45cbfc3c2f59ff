package io.facelibrary;

import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of an {@link AddFaces} request, image by image.
 *
 * @param outcomes one outcome for each image, in the order of the request
 */
public record AddFacesResult(List<Outcome> outcomes) {

  /**
   * Checks and copies the outcomes.
   *
   * @throws InvalidRequestException if an outcome is null, or the index of a failure is not its
   *     position in the list
   */
  public AddFacesResult {
    outcomes = Checks.nonEmpty(outcomes, "outcomes");
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Rejected rejected && rejected.failure().index() != i) {
        throw InvalidRequestException.ofValue(
            "outcomes[" + i + "]", "must have its position as the index");
      }
    }
  }

  /** The outcome for one image. */
  public sealed interface Outcome permits Added, Rejected {}

  /**
   * The image was added.
   *
   * @param face the id of the new face
   */
  public record Added(FaceId face) implements Outcome {
    /** Checks the field. */
    public Added {
      Checks.present(face, "face");
    }
  }

  /**
   * The image was not added. The other images are not affected.
   *
   * @param failure why the image was rejected
   */
  public record Rejected(ItemFailure failure) implements Outcome {
    /** Checks the field. */
    public Rejected {
      Checks.present(failure, "failure");
    }
  }

  /** Returns the ids of the added faces, in the order of the request. */
  public List<FaceId> added() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Added added ? Stream.of(added.face()) : Stream.empty())
        .toList();
  }

  /** Returns the failures of the rejected images, in the order of the request. */
  public List<ItemFailure> failures() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Rejected no ? Stream.of(no.failure()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the ids of the added faces if every image was added.
   *
   * @throws PartialFailureException if any image was rejected; the added faces stay in the library
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures);
    }
    return added();
  }
}
