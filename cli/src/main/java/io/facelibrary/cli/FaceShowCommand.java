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
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the data that a library stores for a face. */
@Command(
    name = "show",
    description = {
      "Show the data that the library stores for a face, and write its image to a file.",
      "A cloud library does not return stored faces."
    },
    footer = {
      "%nJSON: {\"person\", \"id\", \"format\", \"bytes\", \"source\", \"dimensions\"}",
      "format and bytes are null without an image, source without a URL, and dimensions without an"
          + " embedding."
    })
final class FaceShowCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id of the person.")
  private String person = "";

  @Parameters(index = "1", paramLabel = "FACE", description = "The id of the face.")
  private String face = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the image to this file; it must not exist.")
  private Optional<Path> file = Optional.empty();

  FaceShowCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    ArchivedFace found =
        Require.capability(library, FaceArchive.class, "does not return stored faces")
            .findArchivedFace(PersonId.of(person), FaceId.of(face))
            .orElseThrow(NotFound::face);
    Optional<FaceImage.Bytes> image =
        found
            .image()
            .flatMap(
                it -> it instanceof FaceImage.Bytes bytes ? Optional.of(bytes) : Optional.empty());
    file.ifPresent(to -> save(image, to));
    Report report = output().report(context());
    report.field("person", person);
    report.field("id", face);
    report.field("format", image.map(it -> Words.of(it.format())));
    report.field("bytes", image.map(FaceImage.Bytes::size));
    report.field(
        "source",
        found
            .image()
            .flatMap(
                it ->
                    it instanceof FaceImage.Url url
                        ? Optional.of(url.url().toString())
                        : Optional.empty()));
    report.field("dimensions", found.embedding().map(it -> it.dimensions()));
    report.end();
    return ExitCode.OK;
  }

  private static void save(Optional<FaceImage.Bytes> image, Path to) {
    byte[] content =
        image
            .orElseThrow(
                () ->
                    FaceLibraryException.of(
                        ErrorKind.UNSUPPORTED, Effect.NONE, "the library does not keep the image"))
            .bytes();
    try {
      Files.write(to, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw InvalidRequestException.of("--save", "must name a file that does not exist");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
