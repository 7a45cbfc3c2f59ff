package io.facelibrary.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEnglishTest {
  private static final Path ROOT = Path.of("..", "..");

  private static PlainEnglish english() throws IOException {
    return new PlainEnglish(Files.readAllLines(Path.of("src/test/resources/words.txt")));
  }

  private static List<PlainEnglish.Finding> in(String file, String text) throws IOException {
    PlainEnglish english = english();
    english.check(Path.of(file), text);
    return english.findings();
  }

  @Test
  void everySourceAndDocumentOfTheProjectIsInPlainEnglish() throws IOException {
    assertThat(Files.exists(ROOT.resolve("CONTRIBUTING.md"))).isTrue();

    assertThat(english().check(ROOT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** Returns the answer of the service. */",
        "/**\n * @param image the picture to add\n */",
        "// Callers who wait are counted.",
        "/** What the call changed. */",
        "/** Adds a face. Who calls it twice adds two faces. */",
        "/** @return that which was stored */",
        "String message = \"the picture is too large\";",
        "void told() {}",
        "Image portraitOf(Person person) {}"
      })
  void aSourceThatBreaksARuleIsReported(String source) throws IOException {
    assertThat(in("src/main/java/Sample.java", source)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** Returns the response of the service. */",
        "/** Binds to an IP address. */",
        "/** Reads {@code answer}, a word of the wire. */",
        "String wire = \"answer\";",
        "/**\n * <pre>{@code\n * // What the picture shows\n * }</pre>\n */",
        "import org.mockito.stubbing.Answer;",
        "/** Lists the persons who are in a group. */"
      })
  void aSourceInPlainEnglishIsNotReported(String source) throws IOException {
    assertThat(in("src/main/java/Sample.java", source)).isEmpty();
  }

  @Test
  void aSentenceOfAtMostTwentyFiveWordsIsNotReported() throws IOException {
    String words = "A" + " word".repeat(PlainEnglish.MAX_WORDS - 1);

    assertThat(in("page.md", words + ".")).isEmpty();
    assertThat(in("page.md", words + " more.")).hasSize(1);
  }

  @Test
  void textsOfTestsAreNotReadSinceTheyQuoteTheWire() throws IOException {
    String source = "String wire = \"the answer of a service\";";

    assertThat(in("src/test/java/Sample.java", source)).isEmpty();
    assertThat(in("src/main/java/Sample.java", source)).hasSize(1);
  }

  @Test
  void codeInADocumentIsNotRead() throws IOException {
    assertThat(in("page.md", "Call `answer()`.\n\n```\nthe answer\n```\n")).isEmpty();
    assertThat(in("page.md", "| The answer |\n|---|\n")).hasSize(1);
  }

  @Test
  void onlyTheCommentsOfAPomAreRead() throws IOException {
    assertThat(in("pom.xml", "<name>The picture</name>\n<!-- The image. -->")).isEmpty();
    assertThat(in("pom.xml", "<project>\n<!--\n  The picture.\n-->"))
        .singleElement()
        .hasToString("pom.xml:2: \"picture\": say image: The picture.");
  }

  @Test
  void aFindingNamesFileLineAndRemedy() throws IOException {
    assertThat(in("page.md", "# Title\n\nThe picture.\n"))
        .singleElement()
        .hasToString("page.md:2: \"picture\": say image: The picture.");
  }
}
