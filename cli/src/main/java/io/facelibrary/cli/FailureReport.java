package io.facelibrary.cli;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
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

/** Tells of a failure in one line on standard error, and with which code to end. */
final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final String NAME = "face-library: ";

  private final CommandContext shell;

  FailureReport(CommandContext shell) {
    this.shell = shell;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof OutputClosedException lost && !lost.hasReader()) {
      return ExitCode.PIPE_CLOSED.number();
    }
    ExitCode code = codeOf(failure);
    tell(line(failure, code));
    if (code == ExitCode.INTERRUPTED) {
      shell.interruption().howToResume().ifPresent(this::tell);
    }
    if (isVerbose(parsed)) {
      trace(failure);
    }
    return code.number();
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    tell(firstLine(String.valueOf(failure.getMessage())));
    tell("see " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
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
      return firstLine(String.valueOf(known.getMessage()));
    }
    if (failure instanceof UncheckedIOException io) {
      return reason(io) + " (" + ErrorKind.UNAVAILABLE + ")";
    }
    return "a defect: " + failure.getClass().getName() + "; --verbose says where (" + code + ")";
  }

  /** Why a file could not be read or written; Java's own texts are little more than its name. */
  static String reason(UncheckedIOException failure) {
    Optional<IOException> known = Optional.ofNullable(failure.getCause());
    Exception cause = known.isPresent() ? known.get() : failure;
    String text = Optional.ofNullable(cause.getMessage()).orElse("input or output");
    if (cause instanceof NoSuchFileException) {
      return text + ": there is no such file";
    }
    return cause instanceof AccessDeniedException ? text + ": access is denied" : text;
  }

  private void tell(String line) {
    tell(shell, line);
  }

  static void tell(CommandContext shell, String line) {
    PrintWriter err = shell.terminal().err();
    err.println(NAME + TableReport.printable(line));
    err.flush();
  }

  /** Only our own exceptions are known to hold no secret, so of others the type must do. */
  private void trace(Throwable failure) {
    PrintWriter err = shell.terminal().err();
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
