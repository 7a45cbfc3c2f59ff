package io.facelibrary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Signals that items of a call failed, and that the caller required all of them ({@code
 * orThrow()}). The items that succeeded are not undone: see {@link #succeeded()}.
 *
 * <p>{@link #kind()} is the kind of the first failure; {@link #failures()} contains all of them.
 * {@link #effect()} is {@link Effect#UNKNOWN} if it is not known of any item whether it was carried
 * out. Otherwise it is {@link Effect#NONE} if every item failed, and {@link Effect#PARTIAL} if not.
 * The exception is thrown by the result, not by the call, so {@link #call()} is empty.
 */
public final class PartialFailureException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final ArrayList<ItemFailure> failures;

  // The values of the ids, because an id is not serializable.
  private final ArrayList<String> succeeded = new ArrayList<>();

  /**
   * @param items the number of items in the request
   * @param failures at least one, including the unknown ones
   * @param unknown the failures of items that may or may not have been carried out
   * @param succeeded the ids of the other items
   */
  PartialFailureException(
      int items, List<ItemFailure> failures, List<ItemFailure> unknown, List<FaceId> succeeded) {
    super(
        failures.get(0).kind(),
        effect(items, failures, unknown),
        message(items, failures, unknown));
    this.failures = new ArrayList<>(failures);
    succeeded.forEach(face -> this.succeeded.add(face.value()));
  }

  /** Returns the failures of the items, in the order of the request. */
  public List<ItemFailure> failures() {
    return List.copyOf(failures);
  }

  /**
   * Returns the faces of the items that succeeded, in the order of the request. For an add, these
   * are the new faces. For a delete, these are the faces that are no longer in the library.
   */
  public List<FaceId> succeeded() {
    return succeeded.stream().map(FaceId::of).toList();
  }

  private static Effect effect(int items, List<ItemFailure> failures, List<ItemFailure> unknown) {
    if (!unknown.isEmpty()) {
      return Effect.UNKNOWN;
    }
    return failures.size() == items ? Effect.NONE : Effect.PARTIAL;
  }

  private static String message(int items, List<ItemFailure> failures, List<ItemFailure> unknown) {
    TreeSet<String> reasons = new TreeSet<>();
    failures.forEach(failure -> reasons.add(failure.reason()));
    String ofUnknown =
        unknown.isEmpty() ? "" : ", " + unknown.size() + " of them with unknown effect";
    return failures.size()
        + " of "
        + items
        + " items failed"
        + ofUnknown
        + ": "
        + String.join(", ", reasons);
  }
}
