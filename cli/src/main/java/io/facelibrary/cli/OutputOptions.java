package io.facelibrary.cli;

import picocli.CommandLine.Option;

/** The options for the output. All commands share them. */
final class OutputOptions {
  /** The formats of the output. */
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table (the default, for people) or json (for programs).")
  private Format format = Format.TABLE;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only requested data, and errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show where in the program an error occurred. Never shows a secret.")
  // Read by name when an error is reported, which may be before this object exists.
  @SuppressWarnings("UnusedVariable")
  private boolean verbose;

  boolean isQuiet() {
    return quiet;
  }

  /** Starts the report of a command that returns data. */
  Report report(CommandContext context) {
    return format == Format.JSON
        ? new JsonReport(context.terminal().out())
        : new TableReport(context.terminal().out());
  }

  /** Starts the report of a command that changes something; with --quiet it is not printed. */
  Report confirmation(CommandContext context) {
    return quiet ? new NullReport() : report(context);
  }

  /**
   * Starts to show the progress of long work.
   *
   * @param unit a noun in the plural, such as {@code images}
   * @param total the number of items; negative if it is not known
   */
  Progress progress(CommandContext context, String unit, long total) {
    return quiet ? Progress.silent() : Progress.on(context.terminal(), unit, total);
  }
}
