package io.facelibrary.cli;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person. */
@Command(
    name = "add",
    description = {
      "Add a person, without faces or together with images of the face.",
      "With images, the person is added only if one of them is accepted. A library that has no persons"
          + " without faces needs an image."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"image\", \"outcome\", \"id\", \"kind\","
          + " \"message\"}]}",
      "faces is absent without images. outcome is added, failed or unknown. id is the id of the new face."
    })
final class PersonAddCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id of the new person.")
  private String person = "";

  @Option(names = "--name", paramLabel = "TEXT", description = "The name of the person.")
  private String name = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "A free text.")
  private String note = "";

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "An image file with one face, or a URL if the provider accepts URLs; may be repeated.")
  private List<String> images = List.of();

  @Mixin private GroupOptions groups = new GroupOptions();

  PersonAddCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Set<GroupId> joined = groups.orDefault();
    AddPerson request = AddPerson.of(PersonId.of(person), joined).withName(name).withNote(note);
    if (images.isEmpty()) {
      library.addPerson(request);
      Report report = output().confirmation(context());
      report.field("person", person);
      report.end();
      return ExitCode.OK;
    }
    List<FaceImage> faces = images.stream().map(ImageArguments::read).toList();
    return report(library.enrol(request, faces));
  }

  private ExitCode report(AddFacesResult added) {
    Report report = output().confirmation(context());
    report.field("person", person);
    ItemResults results = ItemResults.start(context(), output(), report, "faces", "image");
    for (int i = 0; i < images.size(); i++) {
      results.add(images.get(i), FaceAddCommand.itemResult(added.outcomes().get(i)));
    }
    return results.end();
  }
}
