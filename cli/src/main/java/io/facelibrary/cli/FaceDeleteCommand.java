package io.facelibrary.cli;

import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes faces of a person. */
@Command(
    name = "delete",
    description = {
      "Delete faces of a person.",
      "A face that is not there is told as absent, and the command ends with the code 3."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"face\", \"outcome\", \"id\", \"kind\","
          + " \"message\"}]}",
      "outcome is deleted, absent or failed; id is null; kind and message say why it failed."
    })
final class FaceDeleteCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id of the person.")
  private String person = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FACE",
      description = "The ids of the faces.")
  private List<String> faces = List.of();

  FaceDeleteCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    List<FaceId> ids = faces.stream().map(FaceId::of).toList();
    DeleteFacesResult result = library.deleteFaces(new DeleteFaces(PersonId.of(person), ids));
    Report report = output().confirmation(shell());
    report.field("person", person);
    ItemResults outcomes = ItemResults.start(shell(), output(), report, "faces", "face");
    for (DeleteFacesResult.Outcome outcome : result.outcomes()) {
      outcomes.tell(outcome.face().value(), told(outcome));
    }
    return outcomes.end();
  }

  private static ItemResult told(DeleteFacesResult.Outcome outcome) {
    if (outcome instanceof DeleteFacesResult.Refused refused) {
      return ItemResult.failed(refused.failure());
    }
    return outcome instanceof DeleteFacesResult.Deleted
        ? ItemResult.of("deleted")
        : ItemResult.ABSENT;
  }
}
