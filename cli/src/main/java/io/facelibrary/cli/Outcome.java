package io.facelibrary.cli;

import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import java.util.Optional;

/**
 * What became of one item of several.
 *
 * @param word what, in one word
 * @param kind why it failed, for programs
 * @param message why it failed, for people
 */
record Outcome(String word, Optional<String> kind, Optional<String> message) {
  static final Outcome ABSENT = of("absent");

  static Outcome of(String word) {
    return new Outcome(word, Optional.empty(), Optional.empty());
  }

  static Outcome failed(String kind, String message) {
    return new Outcome("failed", Optional.of(kind), Optional.of(message));
  }

  static Outcome failed(ItemFailure failure) {
    return failed(failure.kind().name(), failure.reason() + ": " + failure.message());
  }

  static Outcome failed(FaceLibraryException failure) {
    return failed(failure.kind().name(), failure.getMessage());
  }

  boolean isFailure() {
    return kind.isPresent();
  }
}
