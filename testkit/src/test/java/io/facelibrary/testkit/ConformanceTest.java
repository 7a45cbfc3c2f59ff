package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.testkit.TestOutcome.Status;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class ConformanceTest {
  private static final String HOSTILE = "<b onclick='x'>\"&\\ \u0001 王";

  private static Conformance report(Map<String, TestOutcome> changes) {
    Map<String, TestOutcome> outcomes = new TreeMap<>();
    Contract.tests().forEach(test -> outcomes.put(test.getName(), TestOutcome.HELD));
    outcomes.putAll(changes);
    Capabilities capabilities = Offered.without(Liar.DECLARED, Capability.SEARCH);
    return new Conformance("setup", HOSTILE, "provider", 1, true, capabilities, outcomes);
  }

  private static Method testOf(int sentence) {
    return Contract.sentences().get(sentence - 1).tests().get(0);
  }

  @Test
  void namesASetupByProviderAndTestClass() {
    class EmbeddedEncoderContractTest {}

    class UnlimitedContractTest {}

    class CardIndexContractTest {}

    assertThat(Conformance.setup("embedded", EmbeddedEncoderContractTest.class))
        .isEqualTo("embedded-encoder");
    assertThat(Conformance.setup("inmemory", UnlimitedContractTest.class))
        .isEqualTo("inmemory-unlimited");
    assertThat(Conformance.setup("card-index", CardIndexContractTest.class))
        .isEqualTo("card-index");
  }

  @Test
  void aSentenceIsHeldIfEveryTestThatAppliesPassed() {
    Contract.Sentence sentence = Contract.sentences().get(0);
    String test = testOf(1).getName();

    assertThat(report(Map.of()).status(sentence)).isEqualTo(Status.HELD);
    assertThat(report(Map.of(test, TestOutcome.skipped("x"))).status(sentence))
        .isEqualTo(Status.HELD);
    assertThat(report(Map.of(test, TestOutcome.FAILED)).status(sentence)).isEqualTo(Status.FAILED);
  }

  @Test
  void aSentenceIsSkippedIfNoTestApplies() {
    Contract.Sentence sentence = Contract.sentences().get(5);
    Map<String, TestOutcome> skipped = new TreeMap<>();
    sentence.tests().forEach(test -> skipped.put(test.getName(), TestOutcome.skipped("x")));

    assertThat(report(skipped).status(sentence)).isEqualTo(Status.SKIPPED);
  }

  @Test
  void thePageEscapesEveryTextAndHoldsNoScript() {
    String page =
        ConformanceHtml.text(report(Map.of(testOf(1).getName(), TestOutcome.skipped(HOSTILE))));

    assertThat(page)
        .contains("&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;\\", "skipped</b>: &lt;b")
        .doesNotContain("<b onclick", "<script", "javascript:")
        .contains("<tr><th>Searches (optional)</th><td>no</td></tr>")
        .contains("<tr><th>Faces per person</th><td>8</td></tr>");
  }

  @Test
  void thePageDescribesEveryCapability() {
    String page = ConformanceHtml.text(report(Map.of()));

    assertThat(Capability.values())
        .allSatisfy(it -> assertThat(page).doesNotContain("<th>" + it.name()));
  }

  @Test
  void theReportsShowTheMeaningOfSimilarities() {
    assertThat(ConformanceHtml.text(report(Map.of()))).contains("match 0.9000, possible 0.2000");
    assertThat(ConformanceJson.text(report(Map.of())))
        .contains("\"match\": \"0.9000\"", "\"WRITES\": true", "\"queryDelay\": \"PT0S\"");
  }

  @Test
  void theJsonEscapesEveryText() {
    String json =
        ConformanceJson.text(report(Map.of(testOf(1).getName(), TestOutcome.skipped(HOSTILE))));

    assertThat(json)
        .contains("\"title\": \"<b onclick='x'>\\\"&\\\\ \\u0001 \\u738b\"")
        .contains("\"SEARCH\": false", "\"facesPerPerson\": 8", "\"skipped\": 1")
        .matches("(?s)[\\n -~]*");
  }

  @Test
  void theJsonWriterWritesEmptyMapsAndLists() {
    assertThat(JsonText.of(Map.of())).isEqualTo("{}\n");
    assertThat(JsonText.of(Map.of("list", java.util.List.of(1, true))))
        .isEqualTo("{\n  \"list\": [\n    1,\n    true\n  ]\n}\n");
  }

  @Test
  void equalOutcomesGiveEqualFiles(@TempDir Path first, @TempDir Path second) throws IOException {
    new ConformanceFiles(report(Map.of())).write(first.toString());
    new ConformanceFiles(report(Map.of())).write(second.toString());

    for (String name : new String[] {"setup.html", "setup.json"}) {
      assertThat(second.resolve(name)).hasSameTextualContentAs(first.resolve(name));
    }
  }

  @Test
  void aCopyThatIsNotCurrentFails(@TempDir Path copies) throws IOException {
    ConformanceFiles files = new ConformanceFiles(report(Map.of()));
    files.write(copies.toString());
    assertThatCode(() -> files.compareCopy(copies.toString())).doesNotThrowAnyException();

    Files.writeString(copies.resolve("setup.html"), "old");

    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> files.compareCopy(copies.toString()))
        .withMessageContaining("setup.html")
        .withMessageContaining("-Dcontract.update=true");
  }

  @Test
  void copiesAreFoundInAFolderAboveTheModule(@TempDir Path root) throws IOException {
    Path copies = Files.createDirectories(root.resolve("docs").resolve("conformance"));
    Path module = Files.createDirectories(root.resolve("provider"));

    assertThat(ConformanceFiles.findUpward("docs/conformance", module)).isEqualTo(copies);
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> ConformanceFiles.findUpward("no/such/folder", module))
        .withMessageContaining("no/such/folder");
  }

  @Test
  void aFailedTestIsNotReportedAgainByTheCopy(@TempDir Path copies) {
    var failed = report(Map.of(testOf(1).getName(), TestOutcome.FAILED));

    assertThatCode(() -> new ConformanceFiles(failed).compareCopy(copies.toString()))
        .doesNotThrowAnyException();
  }
}
