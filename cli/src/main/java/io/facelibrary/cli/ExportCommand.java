package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.transfer.Export;
import io.facelibrary.transfer.ExportResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a library out. */
@Command(
    name = "export",
    description = {
      "Write everyone and every face into a folder, in an open format.",
      "docs/export-format.md describes it; the command import reads it. A folder without"
          + " manifest.json is no finished export."
    },
    footer = {
      "%nJSON: {\"folder\", \"persons\", \"faces\", \"includesUngrouped\", \"incomplete\": [{\"person\","
          + " \"face\"}]}",
      "incomplete names faces of which the library keeps neither picture nor address."
    })
final class ExportCommand extends LibraryCommand {
  @Parameters(paramLabel = "FOLDER", description = "Where to; must be empty, or not be there yet.")
  private Path folder = Path.of("");

  @Option(names = "--no-vectors", description = "Leave out what a recognizer made of the faces.")
  private boolean withoutVectors;

  ExportCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    shell()
        .interruption()
        .tellWhenStopped("an export begins anew: run the command again, into an empty folder");
    Export export = Export.of(library).stopWhen(shell().interruption()::isRequested);
    if (withoutVectors) {
      export.withoutVectors();
    }
    ExportResult result;
    try (Progress progress = output().progress(shell(), "faces", -1)) {
      result = export.progress((done, total, without) -> progress.reach(done)).to(folder);
    }
    Report report = output().confirmation(shell());
    report.field("folder", folder.toString());
    report.field("persons", result.persons());
    report.field("faces", result.faces());
    report.field("includesUngrouped", result.includesUngrouped());
    report.rows("incomplete", List.of("person", "face"));
    result.incomplete().forEach((person, faces) -> faces.forEach(face -> report.row(person, face)));
    report.endRows();
    if (!result.includesUngrouped()) {
      report.say("The library does not tell of persons in no group; they were not seen.");
    }
    report.end();
    return result.isComplete() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
