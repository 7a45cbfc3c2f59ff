package io.facelibrary.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares the command as a process that no variable of this machine affects. */
final class CommandProcess {
  private CommandProcess() {}

  /**
   * Returns the builder of a process.
   *
   * @param home the home folder of its user
   * @param properties system properties
   */
  static ProcessBuilder builder(Path home, Map<String, String> properties, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As in the launcher and the jar: SQLite is native code, which Java 24 and later warn about.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    // However busy the machine is, a command that was stopped has time to close its library.
    command.add("-D" + StopSignal.SECONDS_TO_STOP + "=600");
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FaceLibraryMain.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(CommandProcess::affectsTheCommand);
    environment.put("HOME", home.toString());
    return builder;
  }

  private static boolean affectsTheCommand(String variable) {
    return variable.startsWith("FACE_LIBRARY_")
        || variable.startsWith("XDG_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("_JAVA_OPTIONS");
  }

  /** Returns whether Java can use file names in any script, which the locale decides. */
  static boolean hasUnicodeFileNames() {
    return "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
  }
}
