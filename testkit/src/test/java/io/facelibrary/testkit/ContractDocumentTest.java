package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {
  private static final String HOW_TO_UPDATE =
      "docs/contract.md differs from the tests; update it with: mvn -pl testkit -am test"
          + " -Dtest=ContractDocumentTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dcontract.update=true";

  @Test
  void theDocumentIsCurrent() throws IOException {
    Path document = root().resolve("docs").resolve("contract.md");
    if (Boolean.getBoolean("contract.update")) {
      Files.createDirectories(document.getParent());
      Files.writeString(document, ContractDocument.text());
    }

    assertThat(document).as(HOW_TO_UPDATE).exists();
    assertThat(Files.readString(document)).as(HOW_TO_UPDATE).isEqualTo(ContractDocument.text());
  }

  private static List<Integer> numbers() {
    return Contract.sentences().stream().map(Contract.Sentence::number).toList();
  }

  @Test
  void everySentenceIsAssertedByATest() {
    Set<Integer> asserted =
        Contract.tests().stream()
            .flatMapToInt(test -> Arrays.stream(test.getAnnotation(Promise.class).value()))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asserted).containsExactlyElementsOf(numbers());
  }

  @Test
  void everySentenceIsInTheDocumentOnce() {
    assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, numbers().size()).boxed().toList());
    for (int number : numbers()) {
      assertThat(ContractDocument.text()).containsOnlyOnce("**" + number + ".** ");
    }
  }

  @Test
  void everyTestHasAUniqueNameAndNamesItsSentences() {
    assertThat(Contract.tests())
        .allSatisfy(test -> assertThat(test.getAnnotation(Promise.class)).isNotNull())
        .extracting(Method::getName)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).doesNotStartWith("test").doesNotContain("should"));
  }

  /** Maven runs tests in the folder of the module, and an IDE may run them in the root. */
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
