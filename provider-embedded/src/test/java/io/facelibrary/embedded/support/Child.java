package io.facelibrary.embedded.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, which the test kills. It prints to a file, because a pipe may lose
 * output when the program is killed.
 */
public final class Child implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  public static Child start(Path output, Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  public long pid() {
    return process.pid();
  }

  public void awaitOutput(long bytes) throws IOException, InterruptedException {
    while (Files.size(output) < bytes) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        throw new IOException("the program ended before it was killed");
      }
    }
  }

  /** Kills the program. Unlike a power failure, this keeps the page cache of the system. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Returns the output of the program. The last line may be incomplete. */
  public List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  @Override
  public void close() {
    kill();
  }
}
