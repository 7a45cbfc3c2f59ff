package io.facelibrary.cli;

import io.facelibrary.ErrorKind;

/** The exit codes of the process. The numbers are part of the command's interface. */
enum ExitCode {
  OK(0, "Success."),
  SOME_FAILED(1, "Some items failed, or a check found something; the output lists them."),
  USAGE(2, "An option, a setting or an argument is invalid; nothing was done."),
  NOT_FOUND(3, "A named person or face is not in the library."),
  REFUSED(
      4,
      "The library refused: already exists, limit exceeded, not supported, image rejected or not"
          + " permitted."),
  UNAVAILABLE(5, "The library, a file or the network is unavailable; try again later."),
  NOBODY_FOUND(6, "A search found nobody."),
  DEFECT(
      70,
      "An internal error of this program or of the library, or damaged data; --verbose shows where."),
  INTERRUPTED(130, "Stopped by Ctrl-C, after closing the library."),
  PIPE_CLOSED(141, "The reader of the output closed the pipe; no message is printed.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Returns the number. For a signal it is 128 plus the number of the signal, as in shells. */
  int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }

  static ExitCode of(ErrorKind kind) {
    return switch (kind) {
      case INVALID_REQUEST -> USAGE;
      case NOT_FOUND -> NOT_FOUND;
      case ALREADY_EXISTS,
          QUOTA_EXCEEDED,
          UNSUPPORTED,
          IMAGE_REJECTED,
          UNAUTHENTICATED,
          PERMISSION_DENIED ->
          REFUSED;
      case THROTTLED, UNAVAILABLE, TIMED_OUT, CONFLICT -> UNAVAILABLE;
      case INTERRUPTED -> INTERRUPTED;
      case DAMAGED, INTERNAL -> DEFECT;
    };
  }
}
