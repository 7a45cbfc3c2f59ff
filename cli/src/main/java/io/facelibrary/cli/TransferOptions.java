package io.facelibrary.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that import and migrate share. */
final class TransferOptions {
  @Option(
      names = "--dry-run",
      description = "Report what would be done, without changing the library.")
  private boolean dryRun;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "The journal, from which another run resumes. The default is a file in"
              + " $XDG_STATE_HOME/face-library that belongs to this source and library.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "The report, with one line for the outcome of each face. The default is in the folder of the journal.")
  private Optional<Path> report = Optional.empty();

  boolean isDryRun() {
    return dryRun;
  }

  /**
   * Chooses the files of a transfer, and creates the folder of the default files.
   *
   * @param identity distinguishes the transfer from others
   */
  TransferFiles chooseFiles(CommandContext context, String command, String identity) {
    return TransferFiles.choose(context, journal, report, command, identity);
  }
}
