package io.facelibrary.cli;

import io.facelibrary.Face;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the faces of a person. */
@Command(
    name = "list",
    description = "List the faces of a person.",
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"id\", \"source\"}]}",
      "source is the URL that the image was added from, or null if there is none."
    })
final class FaceListCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id.")
  private String person = "";

  FaceListCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    List<Face> faces = library.queryFaces(QueryFaces.allOf(PersonId.of(person))).faces();
    Report report = output().report(context());
    report.field("person", person);
    report.rows("faces", List.of("id", "source"));
    faces.forEach(face -> report.row(face.id().value(), face.source().map(URI::toString)));
    report.endRows();
    report.end();
    return ExitCode.OK;
  }
}
