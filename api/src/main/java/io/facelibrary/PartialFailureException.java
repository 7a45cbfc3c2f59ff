package io.facelibrary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Items of a call failed, and the caller wanted all or an exception ({@code orThrow()}). What was
 * accepted stays. The kind is that of the first failure, and {@link #failures()} has each one's;
 * the effect is {@link Effect#PARTIAL}, or {@link Effect#NONE} where every item failed. The result
 * throws it, not the call, so {@link #call()} is empty.
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

  /** Why each of the failed items failed, in the order of the request. */
  public List<ItemFailure> failures() {
    return List.copyOf(failures);
  }

  private static String message(int items, List<ItemFailure> failures) {
    TreeSet<String> reasons = new TreeSet<>();
    failures.forEach(failure -> reasons.add(failure.reason()));
    return failures.size() + " of " + items + " items failed: " + String.join(", ", reasons);
  }
}
