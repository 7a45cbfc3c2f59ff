package io.facelibrary.cli;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a library keeps of a face. */
@Command(
    name = "show",
    description = {
      "Show what the library keeps of a face, and write its picture to a file.",
      "A library in a cloud does not hand out what it was given."
    },
    footer = {
      "%nJSON: {\"person\", \"id\", \"format\", \"bytes\", \"source\", \"dimensions\"}",
      "format and bytes are null without a picture, source without an address, dimensions without"
          + " an embedding."
    })
final class FaceShowCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id of the person.")
  private String person = "";

  @Parameters(index = "1", paramLabel = "FACE", description = "The id of the face.")
  private String face = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the picture here; the file must not be there yet.")
  private Optional<Path> file = Optional.empty();

  FaceShowCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    ArchivedFace found =
        Require.by(library, FaceArchive.class, "does not hand out faces")
            .findArchivedFace(PersonId.of(person), FaceId.of(face))
            .orElseThrow(NotFound::face);
    Optional<FaceImage.Bytes> picture =
        found
            .image()
            .flatMap(
                image ->
                    image instanceof FaceImage.Bytes kept ? Optional.of(kept) : Optional.empty());
    file.ifPresent(to -> save(picture, to));
    Report report = output().report(shell());
    report.field("person", person);
    report.field("id", face);
    report.field("format", picture.map(it -> it.format().name().toLowerCase(Locale.ROOT)));
    report.field("bytes", picture.map(FaceImage.Bytes::size));
    report.field(
        "source",
        found
            .image()
            .flatMap(
                image ->
                    image instanceof FaceImage.Url at
                        ? Optional.of(at.url().toString())
                        : Optional.empty()));
    report.field("dimensions", found.embedding().map(it -> it.dimensions()));
    report.end();
    return ExitCode.OK;
  }

  private static void save(Optional<FaceImage.Bytes> picture, Path to) {
    byte[] content =
        picture
            .orElseThrow(
                () ->
                    FaceLibraryException.of(
                        ErrorKind.UNSUPPORTED, Effect.NONE, "the picture was not kept"))
            .bytes();
    try {
      Files.write(to, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw InvalidRequestException.of("--save", "must name a file that is not there yet");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
