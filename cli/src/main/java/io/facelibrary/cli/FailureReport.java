package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a failure in one line on standard error, and chooses the exit code. */
final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String NAME = "face-library: ";

  private final CommandContext context;

  FailureReport(CommandContext context) {
    this.context = context;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof OutputClosedException lost && !lost.hasReader()) {
      return ExitCode.PIPE_CLOSED.number();
    }
    ExitCode code = codeOf(failure);
    print(line(failure, code));
    if (code == ExitCode.INTERRUPTED) {
      context.stopSignal().resumeHint().ifPresent(this::print);
    }
    if (isVerbose(parsed)) {
      printTrace(failure);
    }
    return code.number();
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    print(firstLine(String.valueOf(failure.getMessage())));
    print("see " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private static ExitCode codeOf(Exception failure) {
    if (failure instanceof FaceLibraryException known) {
      return ExitCode.of(known.kind());
    }
    return failure instanceof UncheckedIOException ? ExitCode.UNAVAILABLE : ExitCode.DEFECT;
  }

  private static String line(Exception failure, ExitCode code) {
    if (failure instanceof OutputClosedException) {
      return "standard output cannot be written (" + ErrorKind.UNAVAILABLE + ")";
    }
    if (failure instanceof FaceLibraryException known) {
      return firstLine(text(known));
    }
    if (failure instanceof UncheckedIOException io) {
      return reason(io) + " (" + ErrorKind.UNAVAILABLE + ")";
    }
    return "internal error: "
        + failure.getClass().getName()
        + "; --verbose shows where ("
        + code
        + ")";
  }

  /**
   * Returns the problem. An invalid request was not sent, so the field and the rule are enough.
   * Other failures are reported with the call, the kind and the effect.
   */
  static String text(FaceLibraryException failure) {
    return failure instanceof InvalidRequestException
        ? failure.reason()
        : String.valueOf(failure.getMessage());
  }

  /**
   * Returns why a file could not be read or written. Java's messages contain little more than the
   * name of the file.
   */
  static String reason(UncheckedIOException failure) {
    Optional<IOException> known = Optional.ofNullable(failure.getCause());
    Exception cause = known.isPresent() ? known.get() : failure;
    String text = Optional.ofNullable(cause.getMessage()).orElse("input or output failed");
    if (cause instanceof NoSuchFileException) {
      return text + ": no such file";
    }
    return cause instanceof AccessDeniedException ? text + ": access denied" : text;
  }

  private void print(String line) {
    print(context, line);
  }

  static void print(CommandContext context, String line) {
    PrintWriter err = context.terminal().err();
    err.println(NAME + TableReport.printable(line));
    err.flush();
  }

  /**
   * Only our own exceptions are known to contain no secret. For others, only the type is printed.
   */
  private void printTrace(Throwable failure) {
    PrintWriter err = context.terminal().err();
    for (Optional<Throwable> next = Optional.of(failure); next.isPresent(); ) {
      Throwable shown = next.get();
      err.println(
          shown.getClass().getName()
              + (shown instanceof FaceLibraryException ? ": " + shown.getMessage() : ""));
      for (StackTraceElement frame : shown.getStackTrace()) {
        err.println("    at " + frame);
      }
      next = Optional.ofNullable(shown.getCause());
    }
    err.flush();
  }

  private static boolean isVerbose(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("--verbose");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
