package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import java.util.Optional;

/**
 * The result of one item of several.
 *
 * @param outcome the result in one word
 * @param id the id of the created item
 * @param kind the kind of the failure, for programs
 * @param message the reason of the failure, for people
 */
record ItemResult(
    String outcome, Optional<String> id, Optional<String> kind, Optional<String> message) {
  static final ItemResult ABSENT = of("absent");

  static ItemResult of(String outcome) {
    return new ItemResult(outcome, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static ItemResult added(String id) {
    return new ItemResult("added", Optional.of(id), Optional.empty(), Optional.empty());
  }

  static ItemResult failed(ErrorKind kind, String message) {
    return new ItemResult(
        "failed", Optional.empty(), Optional.of(kind.name()), Optional.of(message));
  }

  static ItemResult failed(ItemFailure failure) {
    return failed(failure.kind(), failure.reason() + ": " + failure.message());
  }

  /** Returns the result of an item of which it is not known whether it was added. */
  static ItemResult unknown(ItemFailure failure) {
    return new ItemResult(
        "unknown",
        Optional.empty(),
        Optional.of(failure.kind().name()),
        Optional.of("it may have been added: " + failure.message()));
  }

  static ItemResult failed(FaceLibraryException failure) {
    return failed(failure.kind(), FailureReport.text(failure));
  }

  boolean isFailure() {
    return kind.isPresent();
  }
}
