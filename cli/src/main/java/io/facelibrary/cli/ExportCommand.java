package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.transfer.Export;
import io.facelibrary.transfer.ExportResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a library. */
@Command(
    name = "export",
    description = {
      "Export all persons and faces into a folder, in an open format.",
      "docs/export-format.md describes the format, and the command import reads it. A folder without"
          + " manifest.json is not a finished export."
    },
    footer = {
      "%nJSON: {\"folder\", \"persons\", \"faces\", \"includesUngrouped\", \"incomplete\": [{\"person\","
          + " \"face\"}]}",
      "incomplete lists the faces for which the library keeps neither image nor URL."
    })
final class ExportCommand extends LibraryCommand {
  @Parameters(paramLabel = "FOLDER", description = "The target folder; must be empty or not exist.")
  private Path folder = Path.of("");

  @Option(names = "--no-vectors", description = "Leave out the embeddings of the faces.")
  private boolean withoutVectors;

  ExportCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    context()
        .stopSignal()
        .setResumeHint("an export cannot be resumed: run the command again with an empty folder");
    Export export = Export.of(library).stopWhen(context().stopSignal()::isRequested);
    if (withoutVectors) {
      export.withoutVectors();
    }
    ExportResult result;
    try (Progress progress = output().progress(context(), "faces", -1)) {
      result = export.progress(reached -> progress.reach(reached.done())).writeTo(folder);
    }
    Report report = output().confirmation(context());
    report.field("folder", folder.toString());
    report.field("persons", result.persons());
    report.field("faces", result.faces());
    report.field("includesUngrouped", result.includesUngrouped());
    report.rows("incomplete", List.of("person", "face"));
    result
        .incomplete()
        .forEach(
            (person, faces) -> faces.forEach(face -> report.row(person.value(), face.value())));
    report.endRows();
    if (!result.includesUngrouped()) {
      report.say("The library does not report persons in no group; they were not exported.");
    }
    report.end();
    return result.isComplete() ? ExitCode.OK : ExitCode.SOME_FAILED;
  }
}
