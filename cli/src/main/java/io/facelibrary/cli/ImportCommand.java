package io.facelibrary.cli;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.transfer.Transfer;
import io.facelibrary.transfer.TransferResult;
import io.facelibrary.transfer.TransferSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports faces into a library. */
@Command(
    name = "import",
    description = {
      "Import the faces of a folder, a list or an export.",
      "A folder has a folder of images for each person, named by the person's id. A list is CSV or"
          + " JSON Lines with person, groups, name, note and image. An export was written by the"
          + " command export.",
      "A face that fails does not affect the others. Run the command again to resume it, however it"
          + " ended; faces that could not be added are tried again."
    },
    footer = {
      "%nJSON: {\"dryRun\", \"personsAdded\", \"added\", \"alreadyDone\", \"duplicate\","
          + " \"rejected\", \"failed\", \"unknown\", \"includesUngrouped\", \"report\"}",
      "report is a file in JSON Lines with the outcome of each face and the reason. unknown counts"
          + " faces whose response was lost; they are never sent again."
    })
final class ImportCommand extends LibraryCommand {
  /** The formats of a source. */
  enum Format {
    FOLDER,
    CSV,
    JSONL,
    EXPORT;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

  @Parameters(paramLabel = "SOURCE", description = "The folder, list or export.")
  private Path source = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format of the source: folder, csv, jsonl or export. The default depends on the"
              + " source.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME:DIMENSIONS",
      description = "The model that made the vectors of a JSON Lines list.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description =
          "How many persons are imported in parallel, 1 to 256. The default is the number of"
              + " processors.")
  private Optional<Integer> threads = Optional.empty();

  @Mixin private TransferOptions options = new TransferOptions();

  ImportCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    TransferSource faces = open();
    TransferFiles files =
        options.chooseFiles(
            context(),
            "import",
            source.toAbsolutePath().normalize() + " " + TransferFiles.identity(settings()));
    Transfer transfer = Transfer.of(faces, library);
    threads.ifPresent(transfer::threads);
    TransferRun run = new TransferRun(context(), output(), files, options);
    TransferResult result = run.run(transfer);
    Report report =
        options.isDryRun() ? output().report(context()) : output().confirmation(context());
    run.write(report, result);
    report.end();
    context().stopSignal().check();
    if (!result.isComplete()) {
      return ExitCode.SOME_FAILED;
    }
    if (!options.isDryRun()) {
      files.finish();
    }
    return ExitCode.OK;
  }

  private TransferSource open() {
    return switch (format.orElseGet(this::defaultFormat)) {
      case FOLDER -> TransferSource.folder(source);
      case CSV -> TransferSource.csv(source);
      case JSONL ->
          model
              .map(it -> TransferSource.jsonLines(source, parseModel(it)))
              .orElseGet(() -> TransferSource.jsonLines(source));
      case EXPORT -> TransferSource.export(source);
    };
  }

  private Format defaultFormat() {
    if (Files.isDirectory(source)) {
      return Files.exists(source.resolve("manifest.json")) ? Format.EXPORT : Format.FOLDER;
    }
    return source.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? Format.CSV : Format.JSONL;
  }

  private static EncoderModel parseModel(String text) {
    // The last colon: the name of a model may contain colons.
    int colon = text.lastIndexOf(':');
    try {
      return EncoderModel.of(
          text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw wrongModel();
    }
  }

  private static InvalidRequestException wrongModel() {
    return InvalidRequestException.of("--model", "must have the form name:128");
  }
}
