package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.resilience.ResilientFaceLibrary;
import io.facelibrary.transfer.Migration;
import io.facelibrary.transfer.TransferResult;
import io.facelibrary.transfer.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a library into another one. */
@Command(
    name = "migrate",
    description = {
      "Copy all persons and faces into an empty library, and compare the two libraries.",
      "The source is never changed. Run the command again to resume it. The variables"
          + " FACE_LIBRARY_FROM_FOLDER and FACE_LIBRARY_TO_FOLDER are the setting folder of the"
          + " source and of the target."
    },
    footer = {
      "%nJSON: {\"dryRun\", \"personsAdded\", \"added\", \"alreadyDone\", \"duplicate\","
          + " \"rejected\", \"failed\", \"unknown\", \"includesUngrouped\", \"report\","
          + " \"searches\", \"differences\": [{\"difference\"}]}",
      "report is a file in JSON Lines with the new id of each face, or the reason why it has none."
    })
final class MigrateCommand implements Callable<Integer> {
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(60);

  private final CommandContext context;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "NAME",
      description = "The provider of the source.")
  private String from = "";

  @Option(
      names = "--from-set",
      paramLabel = "NAME=VALUE",
      description = "Set a setting of the source.")
  private List<String> fromSettings = List.of();

  @Option(
      names = "--from-settings",
      paramLabel = "FILE",
      description = "Read settings of the source from this file.")
  private Optional<Path> fromFile = Optional.empty();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "NAME",
      description = "The provider of the target.")
  private String to = "";

  @Option(
      names = "--to-set",
      paramLabel = "NAME=VALUE",
      description = "Set a setting of the target.")
  private List<String> toSettings = List.of();

  @Option(
      names = "--to-settings",
      paramLabel = "FILE",
      description = "Read settings of the target from this file.")
  private Optional<Path> toFile = Optional.empty();

  @Option(names = "--fetch-images", description = "Fetch images if the source has only their URL.")
  private boolean fetchImages;

  @Option(
      names = "--verify-searches",
      paramLabel = "COUNT",
      description = "Compare the results of this many searches. The default is 20.")
  private int searches = 20;

  @Mixin private TransferOptions options = new TransferOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  MigrateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, String> source =
        readSettings(CommandSettings.SOURCE_PREFIX, from, fromSettings, fromFile);
    Map<String, String> target =
        readSettings(CommandSettings.TARGET_PREFIX, to, toSettings, toFile);
    TransferFiles files =
        options.chooseFiles(
            context,
            "migrate",
            TransferFiles.identity(source) + " " + TransferFiles.identity(target));
    try (FaceLibrary opened = open(source);
        FaceLibrary openedTarget = open(target)) {
      return migrate(opened, openedTarget, files).number();
    }
  }

  private static FaceLibrary open(Map<String, String> settings) {
    return ResilientFaceLibrary.around(FaceLibraries.open(settings)).build();
  }

  private Map<String, String> readSettings(
      String prefix, String provider, List<String> set, Optional<Path> file) {
    return CommandSettings.resolve(
        prefix,
        SettingsFile.read(file, Optional.empty()),
        context.environment(),
        LibraryOptions.commandLine(Optional.of(provider), set),
        Map.of());
  }

  private ExitCode migrate(FaceLibrary source, FaceLibrary target, TransferFiles files) {
    Migration migration = Migration.of(source, target, files.journal());
    if (fetchImages) {
      migration.fetchImages(FETCH_TIMEOUT);
    }
    TransferRun run = new TransferRun(context, output, files, options);
    TransferResult result = run.run(migration.transfer());
    Report report = output.report(context);
    run.write(report, result);
    if (options.isDryRun() || result.isStopped()) {
      report.end();
      context.stopSignal().check();
      return result.isComplete() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
    Verification verification = migration.verify(searches);
    report.field("searches", verification.searches());
    report.rows("differences", List.of("difference"));
    verification.differences().forEach(report::row);
    report.endRows();
    report.end();
    if (!result.isComplete() || !verification.isEqual()) {
      return ExitCode.SOME_FAILED;
    }
    files.finish();
    return ExitCode.OK;
  }
}
