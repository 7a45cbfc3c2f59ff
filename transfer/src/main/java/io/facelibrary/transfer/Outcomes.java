package io.facelibrary.transfer;

import io.facelibrary.AddFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;

/** Converts the library's outcomes to those of a transfer. */
final class Outcomes {
  /** The reason of a library that does not accept an image twice. */
  private static final String DUPLICATE_IMAGE = "duplicate-image";

  private Outcomes() {}

  static Journal.Done of(AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      return Journal.Done.added(added.face());
    }
    if (outcome instanceof AddFacesResult.Rejected rejected) {
      return withReason(of(rejected.failure()), rejected.failure());
    }
    return withReason(ItemOutcome.UNKNOWN, ((AddFacesResult.Unknown) outcome).failure());
  }

  private static ItemOutcome of(ItemFailure failure) {
    if (failure.kind() == ErrorKind.ALREADY_EXISTS && failure.reason().equals(DUPLICATE_IMAGE)) {
      return ItemOutcome.DUPLICATE;
    }
    return failure.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED;
  }

  private static Journal.Done withReason(ItemOutcome outcome, ItemFailure failure) {
    return Journal.Done.withReason(
        outcome,
        failure.reason().isEmpty()
            ? failure.message()
            : failure.reason() + ": " + failure.message());
  }

  /** Returns the outcome of every face of a call that failed as a whole. */
  static ItemOutcome of(FaceLibraryException failure) {
    return switch (failure.effect()) {
      case NONE -> failure.kind().isTransient() ? ItemOutcome.FAILED : ItemOutcome.REJECTED;
      case PARTIAL, UNKNOWN -> ItemOutcome.UNKNOWN;
    };
  }
}
