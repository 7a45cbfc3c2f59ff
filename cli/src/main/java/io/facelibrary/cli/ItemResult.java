package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import java.util.Optional;

/**
 * What became of one item of several.
 *
 * @param word what, in one word
 * @param made the id of what was made
 * @param kind why it failed, for programs
 * @param message why it failed, for people
 */
record ItemResult(
    String word, Optional<String> made, Optional<String> kind, Optional<String> message) {
  static final ItemResult ABSENT = of("absent");

  static ItemResult of(String word) {
    return new ItemResult(word, Optional.empty(), Optional.empty(), Optional.empty());
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

  static ItemResult failed(FaceLibraryException failure) {
    return failed(failure.kind(), String.valueOf(failure.getMessage()));
  }

  boolean isFailure() {
    return kind.isPresent();
  }
}
