package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that opens a library, uses it and closes it. */
abstract class LibraryCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private LibraryOptions libraryOptions = new LibraryOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  LibraryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public final Integer call() {
    try (FaceLibrary library = libraryOptions.open(context)) {
      reportRepairs(library);
      return run(library).number();
    }
  }

  /** Repairs made while opening are reported here because no other command shows them. */
  private void reportRepairs(FaceLibrary library) {
    if (output.isQuiet()) {
      return;
    }
    library
        .unwrap(LibraryMaintenance.class)
        .ifPresent(
            maintained ->
                maintained
                    .repairsAtOpen()
                    .findings()
                    .forEach(
                        finding ->
                            FailureReport.print(
                                context,
                                "repaired while opening: %s, %d times: %s"
                                    .formatted(
                                        finding.kind(), finding.count(), finding.message()))));
  }

  /**
   * Runs the command. A failure of the whole command is thrown.
   *
   * @param library closed by this class
   */
  abstract ExitCode run(FaceLibrary library);

  /** Returns the settings of the library. */
  final Map<String, String> settings() {
    return libraryOptions.resolve(context);
  }

  final CommandContext context() {
    return context;
  }

  final OutputOptions output() {
    return output;
  }
}
