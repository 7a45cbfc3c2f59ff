package io.facelibrary.cli;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds pictures of a person. */
@Command(
    name = "add",
    description = {
      "Add pictures of a person, each of one face.",
      "A picture that fails does not keep the others out. A name that begins with a hyphen goes"
          + " after --."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"picture\", \"outcome\", \"id\", \"kind\","
          + " \"message\"}]}",
      "outcome is added or failed; id is that of the new face; kind and message say why it failed."
    })
final class FaceAddCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PICTURE",
      description = "Files, or addresses if the provider takes them.")
  private List<String> pictures = List.of();

  FaceAddCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    PersonId id = PersonId.of(person);
    if (library.findPerson(id).isEmpty()) {
      throw NotFound.person();
    }
    Report report = output().confirmation(shell());
    report.field("person", person);
    ItemResults outcomes = ItemResults.start(shell(), output(), report, "faces", "picture");
    try (Progress progress = output().progress(shell(), "pictures", pictures.size())) {
      for (String picture : pictures) {
        outcomes.attempt(picture, () -> add(library, id, picture));
        progress.advance();
      }
    }
    return outcomes.end();
  }

  private static ItemResult add(FaceLibrary library, PersonId id, String picture) {
    AddFaces request = AddFaces.of(id, ImageArguments.read(picture));
    AddFacesResult.Outcome outcome = library.addFaces(request).outcomes().get(0);
    return outcome instanceof AddFacesResult.Rejected rejected
        ? ItemResult.failed(rejected.failure())
        : ItemResult.added(((AddFacesResult.Added) outcome).face().value());
  }
}
