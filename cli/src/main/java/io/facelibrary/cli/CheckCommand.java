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
      "Read everything that the library stores, and report inconsistencies. Nothing is changed.",
      "If there are findings, the exit code is 1."
    },
    footer = "%nJSON: {\"clean\", \"findings\": [{\"kind\", \"count\", \"message\"}]}")
final class CheckCommand extends LibraryCommand {
  CheckCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    CheckReport checked =
        Require.capability(library, LibraryMaintenance.class, "has no files").check();
    Report report =
        checked.isClean() ? output().confirmation(context()) : output().report(context());
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
