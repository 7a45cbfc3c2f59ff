package io.facelibrary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Items of a call failed, and the caller wanted all or an exception ({@code orThrow()}). What was
 * accepted stays. The kind is the one that all failures share, or {@link ErrorKind#INTERNAL} where
 * they differ; the effect is {@link Effect#PARTIAL}, or {@link Effect#NONE} where every item
 * failed.
 */
public final class PartialFailureException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final ArrayList<ItemFailure> failures;

  PartialFailureException(int items, List<ItemFailure> failures) {
    super(
        sharedKind(failures),
        failures.size() == items ? Effect.NONE : Effect.PARTIAL,
        message(items, failures));
    this.failures = new ArrayList<>(failures);
  }

  /** Why each of the failed items failed, in the order of the request. */
  public List<ItemFailure> failures() {
    return List.copyOf(failures);
  }

  private static ErrorKind sharedKind(List<ItemFailure> failures) {
    ErrorKind first = failures.get(0).kind();
    boolean shared = failures.stream().allMatch(failure -> failure.kind() == first);
    return shared ? first : ErrorKind.INTERNAL;
  }

  private static String message(int items, List<ItemFailure> failures) {
    TreeSet<String> reasons = new TreeSet<>();
    failures.forEach(failure -> reasons.add(failure.reason()));
    return failures.size() + " of " + items + " items failed: " + String.join(", ", reasons);
  }
}
