package io.facelibrary.cli;

import io.facelibrary.CheckReport;
import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.util.List;
import picocli.CommandLine.Command;

/** Checks the files of a library. */
@Command(
    name = "check",
    description = {
      "Read everything that the library keeps, and say what does not agree. Changes nothing.",
      "If anything is found, the command ends with the code 1."
    },
    footer = "%nJSON: {\"clean\", \"findings\": [{\"kind\", \"count\", \"message\"}]}")
final class CheckCommand extends LibraryCommand {
  CheckCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    CheckReport checked = Require.by(library, LibraryMaintenance.class, "has no files").check();
    Report report = checked.isClean() ? output().confirmation(shell()) : output().report(shell());
    report.field("clean", checked.isClean());
    report.rows("findings", List.of("kind", "count", "message"));
    checked
        .findings()
        .forEach(finding -> report.row(finding.kind(), finding.count(), finding.message()));
    report.endRows();
    report.end();
    return checked.isClean() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
