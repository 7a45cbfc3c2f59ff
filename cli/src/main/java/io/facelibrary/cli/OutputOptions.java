package io.facelibrary.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** How a command tells what it did; the same for every command. */
final class OutputOptions {
  /** The forms of the output. */
  enum Form {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "table for people (the default) or json for programs.")
  private Form form = Form.TABLE;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell nothing but what was asked for, and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell where in the program an error came from. Never shows a secret.")
  // Looked for by name where errors are told, which may be before this object is there.
  @SuppressWarnings("UnusedVariable")
  private boolean verbose;

  boolean isQuiet() {
    return quiet;
  }

  /** Starts the answer of a command that was asked for something. */
  Report report(CommandContext shell) {
    return form == Form.JSON
        ? new JsonReport(shell.terminal().out())
        : new TableReport(shell.terminal().out());
  }

  /** Starts the answer of a command that did something, which need not be told. */
  Report confirmation(CommandContext shell) {
    return quiet ? new NullReport() : report(shell);
  }

  /**
   * Starts to tell how far long work is.
   *
   * @param what in the plural, such as {@code pictures}
   * @param total how many there are; negative if that is not known
   */
  Progress progress(CommandContext shell, String what, long total) {
    return quiet ? Progress.silent() : Progress.on(shell.terminal(), what, total);
  }
}
