package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.LibraryMaintenance;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that opens a library, works on it and closes it. */
abstract class LibraryCommand implements Callable<Integer> {
  private final CommandContext shell;

  @Mixin private LibraryOptions libraryOptions = new LibraryOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  LibraryCommand(CommandContext shell) {
    this.shell = shell;
  }

  @Override
  public final Integer call() {
    try (FaceLibrary library = libraryOptions.open(shell)) {
      tellMended(library);
      return run(library).number();
    }
  }

  /** What was put right at the opening is news once, and nobody else tells it. */
  private void tellMended(FaceLibrary library) {
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
                            FailureReport.tell(
                                shell,
                                "put right at the opening: %s, %d times: %s"
                                    .formatted(
                                        finding.kind(), finding.count(), finding.message()))));
  }

  /**
   * Does the work. What fails as a whole is thrown.
   *
   * @param library closed by the caller
   */
  abstract ExitCode run(FaceLibrary library);

  /** Returns what the library was opened with. */
  final Map<String, String> settings() {
    return libraryOptions.resolve(shell);
  }

  final CommandContext shell() {
    return shell;
  }

  final OutputOptions output() {
    return output;
  }
}
