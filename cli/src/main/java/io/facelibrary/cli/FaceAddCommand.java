package io.facelibrary.cli;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds pictures of a person. */
@Command(
    name = "add",
    description = {
      "Add pictures of a person, each of one face.",
      "A picture that is rejected does not keep the others out. A name that begins with a hyphen"
          + " goes after --."
    },
    footer = {
      "%nJSON: {\"person\", \"faces\": [{\"picture\", \"outcome\", \"face\", \"kind\","
          + " \"message\"}]}",
      "outcome is added or failed; face is null if it failed, kind and message are null unless."
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

  FaceAddCommand(Shell shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    PersonId id = PersonId.of(person);
    if (library.findPerson(id).isEmpty()) {
      throw Missing.person();
    }
    Report report = output().confirmation(shell());
    report.field("person", person);
    report.rows("faces", List.of("picture", "outcome", "face", "kind", "message"));
    boolean anyFailed = false;
    try (Progress progress = output().progress(shell(), "pictures", pictures.size())) {
      for (String picture : pictures) {
        AddedPicture added = add(library, id, picture);
        Outcome outcome = added.outcome();
        anyFailed |= outcome.isFailure();
        report.row(picture, outcome.word(), added.face(), outcome.kind(), outcome.message());
        progress.advance();
      }
    }
    report.endRows();
    report.end();
    shell().interruption().check();
    return anyFailed ? ExitCode.SOME_FAILED : ExitCode.OK;
  }

  private AddedPicture add(FaceLibrary library, PersonId id, String picture) {
    if (shell().interruption().isRequested()) {
      return AddedPicture.not(Outcome.failed(ErrorKind.INTERRUPTED.name(), "not begun"));
    }
    try {
      AddFacesResult.Outcome outcome =
          library.addFaces(AddFaces.of(id, Pictures.read(picture))).outcomes().get(0);
      return outcome instanceof AddFacesResult.Added added
          ? new AddedPicture(Optional.of(added.face().value()), Outcome.of("added"))
          : AddedPicture.not(Outcome.failed(((AddFacesResult.Rejected) outcome).failure()));
    } catch (FaceLibraryException e) {
      return AddedPicture.not(Outcome.failed(e));
    } catch (UncheckedIOException e) {
      return AddedPicture.not(Outcome.failed(ErrorKind.INVALID_REQUEST.name(), Failures.reason(e)));
    }
  }

  private record AddedPicture(Optional<String> face, Outcome outcome) {
    static AddedPicture not(Outcome outcome) {
      return new AddedPicture(Optional.empty(), outcome);
    }
  }
}
