package io.facelibrary.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules that the root pom.xml names, and their compiled classes. */
final class Modules {
  static final Path ROOT = Path.of("..", "..");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Modules() {}

  /** Lists the folders of all modules, relative to the root. */
  static List<String> folders() throws IOException {
    List<String> folders = new ArrayList<>();
    Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
    while (module.find()) {
      folders.add(module.group(1));
    }
    return folders;
  }

  /** Lists the folders of the modules that have main sources. */
  static List<String> foldersWithCode() throws IOException {
    List<String> folders = new ArrayList<>();
    for (String folder : folders()) {
      if (Files.isDirectory(ROOT.resolve(folder).resolve("src/main/java"))) {
        folders.add(folder);
      }
    }
    return folders;
  }

  /** Reads the classes of every module, tests excluded. */
  static JavaClasses classes() throws IOException {
    List<Path> outputs = new ArrayList<>();
    for (String folder : foldersWithCode()) {
      Path output = ROOT.resolve(folder).resolve("target/classes");
      if (!Files.isDirectory(output)) {
        throw new IllegalStateException(folder + " is not compiled: run mvn verify from the root");
      }
      outputs.add(output);
    }
    return new ClassFileImporter().importPaths(outputs);
  }
}
