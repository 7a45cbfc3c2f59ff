package io.facelibrary.cli;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds images of a person. */
@Command(
    name = "add",
    description = {
      "Add images of a person, each with one face.",
      "An image that fails does not affect the others. Write -- before file names that begin with a"
          + " hyphen."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"image\", \"outcome\", \"id\", \"kind\","
          + " \"message\"}]}",
      "outcome is added, failed or unknown. id is the id of the new face. kind and message give the reason of a"
          + " failure."
    })
final class FaceAddCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "Image files, or URLs if the provider accepts URLs.")
  private List<String> images = List.of();

  FaceAddCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    PersonId id = PersonId.of(person);
    if (library.findPerson(id).isEmpty()) {
      throw NotFound.person();
    }
    Report report = output().confirmation(context());
    report.field("person", person);
    ItemResults results = ItemResults.start(context(), output(), report, "faces", "image");
    try (Progress progress = output().progress(context(), "images", images.size())) {
      for (String image : images) {
        results.attempt(image, () -> add(library, id, image));
        progress.advance();
      }
    }
    return results.end();
  }

  private static ItemResult add(FaceLibrary library, PersonId id, String image) {
    AddFaces request = AddFaces.of(id, ImageArguments.read(image));
    return itemResult(library.addFaces(request).outcomes().get(0));
  }

  static ItemResult itemResult(AddFacesResult.Outcome outcome) {
    if (outcome instanceof AddFacesResult.Added added) {
      return ItemResult.added(added.face().value());
    }
    return outcome instanceof AddFacesResult.Unknown unknown
        ? ItemResult.unknown(unknown.failure())
        : ItemResult.failed(((AddFacesResult.Rejected) outcome).failure());
  }
}
