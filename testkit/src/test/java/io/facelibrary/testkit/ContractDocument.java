package io.facelibrary.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes what the suite asserts as a page for people. */
final class ContractDocument {
  private static final Pattern SENTENCE = Pattern.compile("(\\d+)\\. (.+)");

  private ContractDocument() {}

  /** Every test of the contract. */
  static List<Method> tests() {
    return Arrays.stream(FaceLibraryContract.class.getInterfaces())
        .flatMap(area -> Arrays.stream(area.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class))
        .toList();
  }

  /** The sentences by number, and the headings between them. */
  static List<String> sentences() {
    try (InputStream in = ContractDocument.class.getResourceAsStream("/contract-sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# The contract");
    lines.add("");
    lines.add(
        "What every provider promises, and the tests that hold it to that: "
            + tests().size()
            + " of them. A provider passes by extending");
    lines.add(
        "`io.facelibrary.testkit.FaceLibraryContract`; where a library does less, its capabilities and limits say so.");
    lines.add(
        "A question mark marks what Alibaba Cloud's documentation leaves open, and what the first run against the cloud");
    lines.add("may correct; the questions stand at the end.");
    lines.add("");
    lines.add("This page is written by `ContractDocumentTest` from the tests; to write it anew:");
    lines.add(
        "`mvn -pl testkit -am test -Dtest=ContractDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.update=true`.");
    Map<Integer, List<Method>> byPromise = byPromise();
    for (String line : sentences()) {
      Matcher sentence = SENTENCE.matcher(line);
      lines.add("");
      if (sentence.matches()) {
        lines.add("**" + sentence.group(1) + ".** " + sentence.group(2));
        lines.add("");
        byPromise
            .getOrDefault(Integer.parseInt(sentence.group(1)), List.of())
            .forEach(method -> lines.add(item(method)));
      } else {
        lines.add("## " + line);
      }
    }
    lines.add("");
    lines.add("## Open questions");
    lines.add("");
    openQuestions().forEach((question, tests) -> lines.add("- " + question + " " + tests));
    return String.join("\n", lines) + "\n";
  }

  private static Map<Integer, List<Method>> byPromise() {
    Map<Integer, List<Method>> byPromise = new TreeMap<>();
    for (Method method : tests()) {
      for (int promise : method.getAnnotation(Promise.class).value()) {
        byPromise.computeIfAbsent(promise, it -> new ArrayList<>()).add(method);
      }
    }
    // Reflection gives methods in no promised order.
    byPromise
        .values()
        .forEach(
            methods -> methods.sort(Comparator.comparing(area()).thenComparing(Method::getName)));
    return byPromise;
  }

  private static Function<Method, Integer> area() {
    List<Class<?>> areas = List.of(FaceLibraryContract.class.getInterfaces());
    return method -> areas.indexOf(method.getDeclaringClass());
  }

  private static Map<String, List<String>> openQuestions() {
    Map<String, List<String>> questions = new TreeMap<>();
    for (Method method : tests()) {
      OpenQuestion question = method.getAnnotation(OpenQuestion.class);
      if (question != null) {
        questions
            .computeIfAbsent(question.value(), it -> new ArrayList<>())
            .add("`" + method.getName() + "`");
      }
    }
    questions.values().forEach(names -> names.sort(Comparator.naturalOrder()));
    return questions;
  }

  private static String item(Method method) {
    String area = method.getDeclaringClass().getSimpleName().replace("Contract", "");
    String open = method.isAnnotationPresent(OpenQuestion.class) ? " **?**" : "";
    return "- " + sentence(method.getName()) + open + " <sub>" + area + "</sub>";
  }

  /** {@code answersOneOutcome} is told as "answers one outcome". */
  static String sentence(String methodName) {
    return Stream.of(methodName.split("(?=\\p{Lu})"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .reduce((text, word) -> text + " " + word)
        .orElseThrow();
  }
}
