package io.facelibrary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outcome of an {@link AddFaces} request, image by image. */
public final class AddFacesResult {
  private final List<Outcome> outcomes;

  private AddFacesResult(Collection<? extends Outcome> outcomes) {
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
   * @param outcomes one outcome for each image, in the order of the request
   * @throws InvalidRequestException if there is no outcome, an outcome is null, or the index of a
   *     failure is not its position in the list
   */
  public static AddFacesResult of(List<? extends Outcome> outcomes) {
    return new AddFacesResult(outcomes);
  }

  /** Returns the ids of the added faces, in the order of the request. */
  public List<FaceId> added() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Added added ? Stream.of(added.face()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the failures of the images that are not known to be added, in the order of the request.
   * These are the rejected ones and the {@link #unknown()} ones.
   */
  public List<ItemFailure> failures() {
    return outcomes.stream().flatMap(it -> failure(it).stream()).toList();
  }

  /**
   * Returns the failures of the images that may or may not have been added, in the order of the
   * request. Query the person's faces before adding such an image again.
   */
  public List<ItemFailure> unknown() {
    return outcomes.stream()
        .flatMap(it -> it instanceof Unknown no ? Stream.of(no.failure()) : Stream.empty())
        .toList();
  }

  /**
   * Returns the ids of the added faces if every image was added.
   *
   * @throws PartialFailureException if any image was rejected, or may not have been added; the
   *     added faces stay in the library
   */
  public List<FaceId> orThrow() {
    List<ItemFailure> failures = failures();
    if (!failures.isEmpty()) {
      throw new PartialFailureException(outcomes.size(), failures, unknown(), added());
    }
    return added();
  }

  private static Optional<ItemFailure> failure(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      return Optional.of(rejected.failure());
    }
    return outcome instanceof Unknown unknown ? Optional.of(unknown.failure()) : Optional.empty();
  }

  /** Returns one outcome for each image, in the order of the request. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddFacesResult that && outcomes.equals(that.outcomes);
  }

  @Override
  public int hashCode() {
    return outcomes.hashCode();
  }

  @Override
  public String toString() {
    return "AddFacesResult[outcomes=" + outcomes + "]";
  }

  /**
   * The outcome for one image: added, not added, or not known. The three outcomes are complete: no
   * version adds another, so a program may handle each of them in a {@code switch} without a
   * default.
   */
  public sealed interface Outcome permits Added, Rejected, Unknown {}

  /** The image was added. */
  public static final class Added implements Outcome {
    private final FaceId face;

    private Added(FaceId face) {
      this.face = Checks.present(face, "face");
    }

    /**
     * Returns the outcome for an added image.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Added of(FaceId face) {
      return new Added(face);
    }

    /** Returns the id of the new face. */
    public FaceId face() {
      return face;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Added that && face.equals(that.face);
    }

    @Override
    public int hashCode() {
      return face.hashCode();
    }

    @Override
    public String toString() {
      return "Added[face=" + face + "]";
    }
  }

  /** The image was not added. The other images are not affected. */
  public static final class Rejected implements Outcome {
    private final ItemFailure failure;

    private Rejected(ItemFailure failure) {
      this.failure = Checks.present(failure, "failure");
    }

    /**
     * Returns the outcome for an image that was not added.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Rejected of(ItemFailure failure) {
      return new Rejected(failure);
    }

    /** Returns why the image was rejected. */
    public ItemFailure failure() {
      return failure;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rejected that && failure.equals(that.failure);
    }

    @Override
    public int hashCode() {
      return failure.hashCode();
    }

    @Override
    public String toString() {
      return "Rejected[failure=" + failure + "]";
    }
  }

  /**
   * It is not known whether the image was added, because the call for this image failed after it
   * may have reached the service. The other images are not affected.
   */
  public static final class Unknown implements Outcome {
    private final ItemFailure failure;

    private Unknown(ItemFailure failure) {
      this.failure = Checks.present(failure, "failure");
    }

    /**
     * Returns the outcome for an image that may or may not have been added.
     *
     * @throws InvalidRequestException if an argument is null
     */
    public static Unknown of(ItemFailure failure) {
      return new Unknown(failure);
    }

    /** Returns why the outcome is not known. */
    public ItemFailure failure() {
      return failure;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Unknown that && failure.equals(that.failure);
    }

    @Override
    public int hashCode() {
      return failure.hashCode();
    }

    @Override
    public String toString() {
      return "Unknown[failure=" + failure + "]";
    }
  }
}
