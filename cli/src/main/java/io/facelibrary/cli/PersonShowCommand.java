package io.facelibrary.cli;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a person. */
@Command(
    name = "show",
    description = "Show the name, note, groups and faces of a person.",
    footer = "%nJSON: {\"id\", \"name\", \"note\", \"groups\": [], \"faces\": []}")
final class PersonShowCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id.")
  private String person = "";

  PersonShowCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    PersonId id = PersonId.of(person);
    Person found = library.findPerson(id).orElseThrow(NotFound::person);
    List<FaceId> faces = library.queryFaces(QueryFaces.allOf(id)).ids();
    Report report = output().report(context());
    report.field("id", found.id().value());
    report.field("name", found.name());
    report.field("note", found.note());
    report.field("groups", PersonListCommand.sorted(found.groups()));
    report.field("faces", faces.stream().map(FaceId::value).toList());
    report.end();
    return ExitCode.OK;
  }
}
