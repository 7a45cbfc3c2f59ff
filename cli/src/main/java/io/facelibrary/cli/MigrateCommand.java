package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.resilience.ResilientFaceLibrary;
import io.facelibrary.transfer.Migration;
import io.facelibrary.transfer.TransferResult;
import io.facelibrary.transfer.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves everything from one library to another. */
@Command(
    name = "migrate",
    description = {
      "Copy everyone and every face into an empty library, and compare the two.",
      "The source is never changed. Run again, it goes on where it ended. Variables are"
          + " FACE_LIBRARY_FROM_FOLDER and FACE_LIBRARY_TO_FOLDER for the setting folder."
    },
    footer = {
      "%nJSON: {\"dryRun\", \"personsAdded\", \"added\", \"alreadyDone\", \"duplicate\","
          + " \"rejected\", \"failed\", \"unknown\", \"includesUngrouped\", \"report\", \"searches\","
          + " \"differences\": [{\"difference\"}]}",
      "report is a file in JSON Lines that says which face became which, and why one did not."
    })
final class MigrateCommand implements Callable<Integer> {
  private static final String PREFIX = "FACE_LIBRARY_";
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(60);

  private final CommandContext shell;

  @Option(names = "--from", required = true, paramLabel = "NAME", description = "From whom.")
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

  @Option(names = "--to", required = true, paramLabel = "NAME", description = "To whom.")
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

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--fetch-pictures",
      description = "Fetch pictures of which the source knows only the address.")
  private boolean fetchImages;

  @Option(
      names = "--searches",
      paramLabel = "COUNT",
      description = "Compare the answers to so many searches; 20 unless given.")
  private int searches = 20;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "What another run goes on from; one of these libraries in $XDG_STATE_HOME/face-library"
              + " unless given.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "What became of each face, a line each; beside the journal unless given.")
  private Optional<Path> report = Optional.empty();

  @Mixin private OutputOptions output = new OutputOptions();

  MigrateCommand(CommandContext shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Map<String, String> source = settings("FROM_", from, fromSettings, fromFile);
    Map<String, String> target = settings("TO_", to, toSettings, toFile);
    TransferFiles files =
        TransferFiles.choose(
            shell,
            journal,
            report,
            "migrate",
            TransferFiles.library(source) + " " + TransferFiles.library(target));
    try (FaceLibrary one = open(source);
        FaceLibrary other = open(target)) {
      return migrate(one, other, files).number();
    }
  }

  private static FaceLibrary open(Map<String, String> settings) {
    return ResilientFaceLibrary.around(FaceLibraries.open(settings)).build();
  }

  private Map<String, String> settings(
      String prefix, String provider, List<String> set, Optional<Path> file) {
    Map<String, String> environment = new HashMap<>();
    shell
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX + prefix)) {
                environment.put(PREFIX + name.substring((PREFIX + prefix).length()), value);
              }
            });
    return CommandSettings.resolve(
        SettingsFile.read(file, Optional.empty()),
        environment,
        LibraryOptions.commandLine(Optional.of(provider), set),
        Map.of(),
        FaceLibraries.providers());
  }

  private ExitCode migrate(FaceLibrary one, FaceLibrary other, TransferFiles files) {
    Migration migration = Migration.of(one, other, files.journal());
    if (fetchImages) {
      migration.fetchImages(FETCH_TIMEOUT);
    }
    TransferRun run = new TransferRun(shell, output, dryRun ? files.forPlan() : files);
    TransferResult result = run.run(migration.transfer(), dryRun);
    Report told = output.report(shell);
    run.tell(told, result, dryRun);
    if (dryRun || result.isStopped()) {
      told.end();
      shell.interruption().check();
      return result.isComplete() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }
    Verification verification = migration.verify(searches);
    told.field("searches", verification.searches());
    told.rows("differences", List.of("difference"));
    verification.differences().forEach(told::row);
    told.endRows();
    told.end();
    if (!result.isComplete() || !verification.isEqual()) {
      return ExitCode.SOME_FAILED;
    }
    files.finish();
    return ExitCode.OK;
  }
}
