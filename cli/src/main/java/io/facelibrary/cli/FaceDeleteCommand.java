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
      "A face that the person does not have is reported as absent, and the exit code is 3."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"face\", \"outcome\", \"id\", \"kind\","
          + " \"message\"}]}",
      "outcome is deleted, absent or failed. id is null. kind and message give the reason of a failure."
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

  FaceDeleteCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    List<FaceId> ids = faces.stream().map(FaceId::of).toList();
    DeleteFacesResult result = library.deleteFaces(DeleteFaces.of(PersonId.of(person), ids));
    Report report = output().confirmation(context());
    report.field("person", person);
    ItemResults results = ItemResults.start(context(), output(), report, "faces", "face");
    for (DeleteFacesResult.Outcome outcome : result.outcomes()) {
      results.add(outcome.face().value(), itemResult(outcome));
    }
    return results.end();
  }

  private static ItemResult itemResult(DeleteFacesResult.Outcome outcome) {
    if (outcome instanceof DeleteFacesResult.Refused refused) {
      return ItemResult.failed(refused.failure());
    }
    return outcome instanceof DeleteFacesResult.Deleted
        ? ItemResult.of("deleted")
        : ItemResult.ABSENT;
  }
}
