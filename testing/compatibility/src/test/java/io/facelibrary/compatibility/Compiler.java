package io.facelibrary.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles sources of a test, and loads the classes. */
final class Compiler {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface) ([\\w-]+)");
  private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

  private final Path folder;
  private int outputs;

  /**
   * Creates a compiler.
   *
   * @param folder receives sources and classes
   */
  Compiler(Path folder) {
    this.folder = folder;
  }

  /** Compiles sources of one top-level type each, and returns the folder of their classes. */
  Path compile(List<Path> classPath, String... sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      Matcher type = TYPE.matcher(source);
      if (!type.find()) {
        throw new IllegalArgumentException("a source without a type");
      }
      Path file = newFolder().resolve(type.group(1) + ".java");
      files.add(Files.writeString(file, source));
    }
    return compileFiles(classPath, files);
  }

  /** Returns whether sources compile. */
  boolean accepts(List<Path> classPath, String... sources) throws IOException {
    try {
      compile(classPath, sources);
      return true;
    } catch (CompilationFailedException e) {
      return false;
    }
  }

  Path compileFiles(List<Path> classPath, List<Path> files) throws IOException {
    Path classes = newFolder();
    List<String> options =
        List.of("-proc:none", "-Xlint:none", "-cp", text(classPath), "-d", classes.toString());
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    int failed =
        JAVAC.run(
            out,
            out,
            Stream.concat(options.stream(), files.stream().map(Path::toString))
                .toArray(String[]::new));
    if (failed != 0) {
      throw new CompilationFailedException(messages.toString());
    }
    return classes;
  }

  private Path newFolder() throws IOException {
    return Files.createDirectory(folder.resolve(Integer.toString(outputs++)));
  }

  private static String text(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns a class loader that sees only these classes and the Java platform. */
  static URLClassLoader load(List<Path> classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path each : classPath) {
      urls.add(each.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** The messages of the compiler. */
  static final class CompilationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CompilationFailedException(String messages) {
      super(messages);
    }
  }
}
