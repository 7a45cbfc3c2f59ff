package io.facelibrary.testkit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the contract as a page for people. */
final class ContractDocument {
  private static final String HEAD =
      """
      # The contract

      Every provider keeps the sentences of this page. This is version %s of the contract, with %s
      sentences and %s tests. The test class of a provider extends
      `io.facelibrary.testkit.FaceLibraryContract`. A library that lacks a feature declares that in
      its capabilities and limits. A question mark marks a test on which the documentation of Alibaba
      Cloud is silent or contradicts itself. The first run against the cloud may correct the test.
      The last section lists these questions.

      `ContractDocumentTest` generates this page from the tests. To update it:
      `mvn -pl testkit -am test -Dtest=ContractDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.update=true`.
      """;

  private ContractDocument() {}

  static String text() {
    List<Contract.Sentence> sentences = Contract.sentences();
    StringBuilder text =
        new StringBuilder(
            HEAD.formatted(
                Integer.toString(FaceLibraryContract.VERSION),
                Integer.toString(sentences.size()),
                Integer.toString(Contract.tests().size())));
    String heading = "";
    for (Contract.Sentence sentence : sentences) {
      if (!sentence.heading().equals(heading)) {
        heading = sentence.heading();
        text.append("\n## ").append(heading).append("\n");
      }
      text.append("\n**" + sentence.number() + ".** " + sentence.text() + "\n\n");
      sentence.tests().forEach(test -> text.append(item(test)).append("\n"));
    }
    text.append("\n## Open questions\n\n");
    openQuestions()
        .forEach(
            (question, tests) ->
                text.append("- " + question + " [" + String.join(", ", tests) + "]\n"));
    return text.toString();
  }

  private static String item(Method test) {
    String open = test.isAnnotationPresent(OpenQuestion.class) ? " **?**" : "";
    return "- " + Contract.words(test) + open + " <sub>" + Contract.part(test) + "</sub>";
  }

  private static Map<String, List<String>> openQuestions() {
    Map<String, List<String>> questions = new TreeMap<>();
    for (Method test : Contract.tests()) {
      OpenQuestion question = test.getAnnotation(OpenQuestion.class);
      if (question != null) {
        questions
            .computeIfAbsent(question.value(), it -> new ArrayList<>())
            .add("`" + test.getName() + "`");
      }
    }
    questions.values().forEach(names -> names.sort(Comparator.naturalOrder()));
    return questions;
  }
}
