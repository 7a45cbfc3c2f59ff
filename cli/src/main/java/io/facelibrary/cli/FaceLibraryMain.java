package io.facelibrary.cli;

/** Runs the command {@code face-library} as a process. */
public final class FaceLibraryMain {

  private FaceLibraryMain() {}

  /** Runs what the arguments ask for, and ends the process with one of the documented codes. */
  public static void main(String[] args) {
    StopSignal interruption = StopSignal.ofProcess();
    CommandContext shell = new CommandContext(System.getenv(), Terminal.ofProcess(), interruption);
    int code;
    try {
      code = Program.run(shell, args);
    } finally {
      // Before exiting, which waits for the hook that waits for this.
      interruption.finish();
    }
    System.exit(code);
  }
}
