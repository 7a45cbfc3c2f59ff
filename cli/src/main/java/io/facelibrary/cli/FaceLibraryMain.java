package io.facelibrary.cli;

/** Runs the command {@code face-library} as a process. */
public final class FaceLibraryMain {

  private FaceLibraryMain() {}

  /** Runs the command line, and ends the process with one of the documented exit codes. */
  public static void main(String[] args) {
    StopSignal stopSignal = StopSignal.ofProcess();
    CommandContext context = new CommandContext(System.getenv(), Terminal.ofProcess(), stopSignal);
    int code;
    try {
      code = Program.run(context, args);
    } finally {
      // Before the exit, which waits for the shutdown hook, which waits for this call.
      stopSignal.finish();
    }
    System.exit(code);
  }
}
