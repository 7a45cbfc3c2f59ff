package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that opens a library, works on it and closes it. */
abstract class LibraryCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private LibraryOptions libraryOptions = new LibraryOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  LibraryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public final Integer call() {
    try (FaceLibrary library = libraryOptions.open(shell)) {
      return run(library).number();
    }
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

  final Shell shell() {
    return shell;
  }

  final OutputOptions output() {
    return output;
  }
}
