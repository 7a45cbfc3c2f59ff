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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills a library. */
@Command(
    name = "import",
    description = {
      "Add the faces of a folder, a list or an export.",
      "A folder has a folder for each person, named after it, with pictures in it. A list is CSV or"
          + " JSON Lines with person, groups, name, note and image. An export is what the command"
          + " export wrote.",
      "What fails keeps nothing else out. Run again, it goes on where it ended, however it ended;"
          + " what could not be added is tried again."
    },
    footer = {
      "%nJSON: {\"dryRun\", \"personsAdded\", \"added\", \"alreadyDone\", \"duplicate\","
          + " \"rejected\", \"failed\", \"unknown\", \"includesUngrouped\", \"report\"}",
      "report is a file in JSON Lines that says of each face what became of it, and why. unknown"
          + " counts those whose answer was lost: they are never sent again."
    })
final class ImportCommand extends LibraryCommand {
  /** What the source may be. */
  enum Form {
    FOLDER,
    CSV,
    JSONL,
    EXPORT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SOURCE", description = "The folder or the list.")
  private Path source = Path.of("");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "folder, csv, jsonl or export; told from the source unless given.")
  private Optional<Form> form = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--model",
      paramLabel = "NAME:DIMENSIONS",
      description = "What made the vectors of a list in JSON Lines.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "Persons at once, 1 to 256; as many as there are processors unless given.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "What another run goes on from; one of this source and library in"
              + " $XDG_STATE_HOME/face-library unless given.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "What became of each face, a line each; beside the journal unless given.")
  private Optional<Path> report = Optional.empty();

  ImportCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    TransferSource faces = open();
    TransferFiles files =
        TransferFiles.choose(
            shell(),
            journal,
            report,
            "import",
            source.toAbsolutePath().normalize() + " " + TransferFiles.library(settings()));
    Transfer transfer = Transfer.of(faces, library);
    threads.ifPresent(transfer::threads);
    TransferRun run = new TransferRun(shell(), output(), dryRun ? files.forPlan() : files);
    TransferResult result = run.run(transfer, dryRun);
    Report told = dryRun ? output().report(shell()) : output().confirmation(shell());
    run.tell(told, result, dryRun);
    told.end();
    shell().interruption().check();
    if (!result.isComplete()) {
      return ExitCode.SOME_FAILED;
    }
    if (!dryRun) {
      files.finish();
    }
    return ExitCode.OK;
  }

  private TransferSource open() {
    return switch (form.orElseGet(this::guessed)) {
      case FOLDER -> TransferSource.folder(source);
      case CSV -> TransferSource.csv(source);
      case JSONL -> TransferSource.jsonLines(source, model.map(ImportCommand::model));
      case EXPORT -> TransferSource.export(source);
    };
  }

  private Form guessed() {
    if (Files.isDirectory(source)) {
      return Files.exists(source.resolve("manifest.json")) ? Form.EXPORT : Form.FOLDER;
    }
    return source.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? Form.CSV : Form.JSONL;
  }

  /** The name of a model may have colons itself. */
  private static EncoderModel model(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new EncoderModel(
          text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw wrongModel();
    }
  }

  private static InvalidRequestException wrongModel() {
    return InvalidRequestException.of("--model", "must look like name:128");
  }
}
