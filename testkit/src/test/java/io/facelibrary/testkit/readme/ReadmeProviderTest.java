package io.facelibrary.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The section "Write a provider" of docs/providers.md quotes the provider of this package. */
class ReadmeProviderTest {
  private static final Path SOURCES =
      Path.of("testkit/src/test/java/io/facelibrary/testkit/readme");
  private static final Pattern SECTION =
      Pattern.compile("^## Write a provider\n(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @ParameterizedTest
  @MethodSource("blocks")
  void quotesTheSources(String block) throws IOException {
    assertThat(sources()).anySatisfy(it -> assertThat(solid(it)).contains(solid(block)));
  }

  @Test
  void quotesTheFactoryTheLibraryAndTheTest() throws IOException {
    assertThat(String.join("", blocks()))
        .contains(
            "class CardIndexProvider", "Capabilities.builder()", "class CardIndexContractTest");
  }

  @Test
  void linksToTheSources() throws IOException {
    assertThat(section()).contains("](../" + SOURCES.toString().replace('\\', '/') + ")");
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(section()).results().map(it -> it.group(1)).toList();
  }

  private static String section() throws IOException {
    String page = Files.readString(root().resolve("docs/providers.md"));
    return SECTION
        .matcher(page)
        .results()
        .map(it -> it.group(1))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("docs/providers.md has no section \"Write a provider\""));
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve(SOURCES))) {
      return files.map(ReadmeProviderTest::read).toList();
    }
  }

  /** Maven runs tests in the folder of the module, and an IDE often runs them in the root. */
  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
        .filter(it -> Files.exists(it.resolve(SOURCES)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not run within the project"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes white space, since the page may indent and wrap differently. */
  private static String solid(String code) {
    return code.replaceAll("\\s+", "");
  }
}
