package io.facelibrary.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Standard output cannot be written. */
final class OutputClosedException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  private final boolean hasReader;

  private OutputClosedException(IOException cause, boolean hasReader) {
    super(cause);
    this.hasReader = hasReader;
  }

  /**
   * Returns an exception to throw.
   *
   * @param cause its message is the only hint that Java gives: "Broken pipe" on Unix, and "The pipe
   *     is being closed" or "The pipe has been ended" on Windows
   */
  static OutputClosedException of(IOException cause) {
    String text = String.valueOf(cause.getMessage());
    return new OutputClosedException(cause, !text.contains("pipe"));
  }

  /** Returns false if the reading process closed the pipe (EPIPE); that is not an error. */
  boolean hasReader() {
    return hasReader;
  }
}
