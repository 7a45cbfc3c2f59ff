package io.facelibrary.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published modules, which are those with a reviewed dependency list. */
final class Published {
  static final Path ROOT = Path.of("..", "..");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Published() {}

  /** Lists the folders with the compiled classes of every published module. */
  static List<Path> classFolders() throws IOException {
    List<Path> folders = new ArrayList<>();
    Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (module.find()) {
      Path folder = ROOT.resolve(module.group(1));
      if (Files.exists(folder.resolve("dependencies.txt"))
          && Files.isDirectory(folder.resolve("src/main/java"))) {
        Path classes = folder.resolve("target/classes");
        if (!Files.isDirectory(classes)) {
          throw new IllegalStateException(
              module.group(1) + " is not compiled: run mvn verify from the root");
        }
        folders.add(classes);
      }
    }
    return folders;
  }
}
