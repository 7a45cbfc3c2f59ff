package io.facelibrary.cli;

import io.facelibrary.ErrorKind;

/** What the process tells its caller. The numbers are part of the command's interface. */
enum ExitCode {
  OK(0, "Everything was done."),
  SOME_FAILED(1, "Some items failed, or a check found something; the output says which."),
  USAGE(2, "An option, a setting or an argument is wrong; nothing was done."),
  NOT_FOUND(3, "A person or a face that was named is not in the library."),
  REFUSED(4, "The library refuses: it is there already, too much, not offered or not allowed."),
  UNAVAILABLE(5, "The library, a file or the network is not to be had; later may do."),
  DEFECT(70, "A defect of this program or of the library; --verbose tells more."),
  INTERRUPTED(130, "Stopped by Ctrl-C, after closing the library."),
  PIPE_CLOSED(141, "Nobody reads the output any more; nothing is said about it.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** As shells count: 128 and the number of the signal that ended a process. */
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
      case THROTTLED, UNAVAILABLE, TIMED_OUT -> UNAVAILABLE;
      case INTERRUPTED -> INTERRUPTED;
      case INTERNAL -> DEFECT;
    };
  }
}
