package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a library. */
@Command(
    name = "backup",
    description = "Copy the library as of one point in time. The library may be in use.",
    footer = "%nJSON: {\"folder\"}")
final class BackupCommand extends LibraryCommand {
  @Parameters(paramLabel = "FOLDER", description = "The target folder; must be empty or not exist.")
  private Path folder = Path.of("");

  BackupCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Require.capability(library, LibraryMaintenance.class, "has no files").backup(folder);
    Report report = output().confirmation(context());
    report.field("folder", folder.toString());
    report.end();
    return ExitCode.OK;
  }
}
