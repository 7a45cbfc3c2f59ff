package io.facelibrary.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own, ended without warning. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private Child(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  static Child start(Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  /** The next line that the program printed whole; null after its end. */
  String line() throws IOException {
    return lines.readLine();
  }

  void awaitLine(String wanted) throws IOException {
    String line = line();
    while (!wanted.equals(line)) {
      if (line == null) {
        throw new IOException("the program ended without a line " + wanted);
      }
      line = line();
    }
  }

  /** Ends the program as a loss of power would end it, but for the disk's own memory. */
  void kill() {
    // Not the process itself, which would throw away what was printed and not read yet.
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
  }
}
