package io.facelibrary.cli;

import io.facelibrary.ErrorKind;

/** What the process tells its caller. The numbers are part of the command's interface. */
enum ExitCode {
  OK(0),
  SOME_FAILED(1),
  USAGE(2),
  NOT_FOUND(3),
  REFUSED(4),
  UNAVAILABLE(5),
  DEFECT(70),
  /** As shells report a process that Ctrl-C ended: 128 and the number of SIGINT. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
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
      case THROTTLED, UNAVAILABLE, TIMED_OUT -> UNAVAILABLE;
      case INTERRUPTED -> INTERRUPTED;
      case INTERNAL -> DEFECT;
    };
  }
}
