package io.facelibrary.aliyun.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests in a new process. */
public final class ForkedJvm {
  private static final int PATIENCE_SECONDS = 300;

  private ForkedJvm() {}

  /**
   * Runs a program to its end and returns its output.
   *
   * @param home the home folder of its user
   * @param environment the only variables of Alibaba's SDK that the program sees
   */
  public static String run(
      Class<?> program,
      Path home,
      Map<String, String> environment,
      List<String> options,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // These two start a short program in less time.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Duser.home=" + home);
    command.addAll(options);
    command.add(program.getName());
    command.addAll(List.of(arguments));
    Path output = home.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(ForkedJvm::isOfTheSdk);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String printed = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("the program failed or did not end:\n" + printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isOfTheSdk(String variable) {
    return variable.startsWith("ALIBABA_CLOUD_")
        || variable.equals("DEBUG")
        || variable.toUpperCase(Locale.ROOT).endsWith("_PROXY");
  }
}
