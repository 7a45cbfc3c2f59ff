package io.facelibrary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Signals that items of a call failed, and that the caller required all of them ({@code
 * orThrow()}). The items that succeeded are not undone.
 *
 * <p>{@link #kind()} is the kind of the first failure; {@link #failures()} contains all of them.
 * {@link #effect()} is {@link Effect#NONE} if every item failed, otherwise {@link Effect#PARTIAL}.
 * The exception is thrown by the result, not by the call, so {@link #call()} is empty.
 */
public final class PartialFailureException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final ArrayList<ItemFailure> failures;

  PartialFailureException(int items, List<ItemFailure> failures) {
    super(
        failures.get(0).kind(),
        failures.size() == items ? Effect.NONE : Effect.PARTIAL,
        message(items, failures));
    this.failures = new ArrayList<>(failures);
  }

  /** Returns the failures of the items, in the order of the request. */
  public List<ItemFailure> failures() {
    return List.copyOf(failures);
  }

  private static String message(int items, List<ItemFailure> failures) {
    TreeSet<String> reasons = new TreeSet<>();
    failures.forEach(failure -> reasons.add(failure.reason()));
    return failures.size() + " of " + items + " items failed: " + String.join(", ", reasons);
  }
}
