package io.facelibrary.green.node;

import com.caoccao.javet.exceptions.JavetException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Installs the packages of the lock file once, with an npm from the class path. */
final class NodePackages {
  private static final String NPM = "META-INF/resources/webjars/npm/5.0.0/";
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path TARGET = Path.of("target", "node");

  private NodePackages() {}

  /** Installs the packages if necessary and returns the folder with them and the scripts. */
  static Path install() throws IOException, JavetException {
    Path folder = TARGET.toAbsolutePath();
    Files.createDirectories(folder);
    boolean isCurrent = isCurrent(folder);
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        Files.copy(
            source, folder.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!isCurrent) {
      Path npm = unpackNpm(folder.resolve("npm"));
      try (EmbeddedNode node = new EmbeddedNode(folder)) {
        node.await("require('./install.js')(%s, %s)".formatted(text(npm), text(folder)));
      }
      Files.copy(lock(SOURCES), completedLock(folder), StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }

  /** A complete installation ends with a copy of its lock file. */
  private static boolean isCurrent(Path folder) throws IOException {
    return Files.exists(completedLock(folder))
        && Files.mismatch(completedLock(folder), lock(SOURCES)) < 0;
  }

  private static Path completedLock(Path folder) {
    return folder.resolve("installed-lock.json");
  }

  private static Path lock(Path folder) {
    return folder.resolve("package-lock.json");
  }

  private static Path unpackNpm(Path folder) throws IOException {
    URL url = NodePackages.class.getResource("/" + NPM + "package.json");
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith(NPM) && !entry.isDirectory()) {
          Path file = folder.resolve(entry.getName().substring(NPM.length()));
          Files.createDirectories(file.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
    return folder;
  }

  /** Returns a text as a JavaScript literal. */
  static String text(Object value) {
    return new JsonPrimitive(value.toString()).toString();
  }

  /** Reads a text file of the project; its root is two folders above this module. */
  static String projectFile(String name) throws IOException {
    return Files.readString(Path.of("..", "..").resolve(name), StandardCharsets.UTF_8);
  }
}
