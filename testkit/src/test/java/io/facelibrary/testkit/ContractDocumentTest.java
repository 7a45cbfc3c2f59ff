package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {
  private static final String HOW_TO_UPDATE =
      "docs/contract.md and the suite differ; write it anew with: mvn -pl testkit -am test"
          + " -Dtest=ContractDocumentTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dcontract.update=true";

  @Test
  void theDocumentSaysWhatTheSuiteAsserts() throws IOException {
    Path document = root().resolve("docs").resolve("contract.md");
    if (Boolean.getBoolean("contract.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, ContractDocument.text());
    }

    assertThat(document).as(HOW_TO_UPDATE).exists();
    assertThat(Files.readString(document)).as(HOW_TO_UPDATE).isEqualTo(ContractDocument.text());
  }

  @Test
  void everySentenceIsAssertedByATest() {
    Set<Integer> asserted =
        ContractDocument.tests().stream()
            .flatMapToInt(test -> Arrays.stream(test.getAnnotation(Promise.class).value()))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asserted).containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
  }

  @Test
  void everySentenceIsInTheDocumentOnce() {
    for (int number = 1; number <= 28; number++) {
      assertThat(ContractDocument.text()).containsOnlyOnce("**" + number + ".** ");
    }
  }

  @Test
  void everyTestHasANameOfItsOwnAndSaysWhatItAsserts() {
    assertThat(ContractDocument.tests())
        .allSatisfy(test -> assertThat(test.getAnnotation(Promise.class)).isNotNull())
        .extracting(Method::getName)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).doesNotStartWith("test").doesNotContain("should"));
  }

  /** Maven runs tests in the module, an IDE perhaps in the root. */
  private static Path root() {
    Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("testkit").resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new AssertionError("no folder above " + start + " holds testkit/pom.xml");
  }
}
