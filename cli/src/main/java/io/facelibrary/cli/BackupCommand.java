package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a library. */
@Command(
    name = "backup",
    description = "Copy the library as it is at one moment, while it may be in use.",
    footer = "%nJSON: {\"folder\"}")
final class BackupCommand extends LibraryCommand {
  @Parameters(paramLabel = "FOLDER", description = "Where to; must be empty, or not be there yet.")
  private Path folder = Path.of("");

  BackupCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Require.by(library, LibraryMaintenance.class, "has no files").backup(folder);
    Report report = output().confirmation(shell());
    report.field("folder", folder.toString());
    report.end();
    return ExitCode.OK;
  }
}
