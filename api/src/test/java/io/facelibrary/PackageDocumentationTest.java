package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageDocumentationTest {
  private static final Path PACKAGE = Path.of("src/main/java/io/facelibrary/package-info.java");
  private static final Pattern PROGRAM =
      Pattern.compile("<pre>\\{@code\\R(.*?) \\* \\}</pre>", Pattern.DOTALL);

  @Test
  void theProgramInTheDocumentationCompiles(@TempDir Path folder) throws IOException {
    Matcher matcher = PROGRAM.matcher(Files.readString(PACKAGE));
    assertThat(matcher.find()).isTrue();
    String program = matcher.group(1).replaceAll("(?m)^ \\* ?", "");

    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xlint:all",
            "-proc:none",
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    compiler
        .getTask(null, null, problems, options, null, List.of(new Source("Doorman", program)))
        .call();

    assertThat(problems.getDiagnostics())
        .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
    assertThat(folder.resolve("Doorman.class")).exists();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
