package io.facelibrary.testkit;

import io.facelibrary.testkit.TestOutcome.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Prints the skipped tests of the contract with their reasons, once, at the end of the run. */
final class SkipSummary implements AutoCloseable {
  private final Map<Class<?>, ClassOutcomes> classes = new ConcurrentHashMap<>();

  ClassOutcomes of(Class<?> testClass) {
    return classes.computeIfAbsent(testClass, ClassOutcomes::new);
  }

  @Override
  public void close() {
    System.out.println(text());
  }

  String text() {
    StringBuilder text =
        new StringBuilder("Face library contract, version " + FaceLibraryContract.VERSION + ":");
    Map<String, ClassOutcomes> sorted = new TreeMap<>();
    classes.values().forEach(it -> sorted.put(it.name(), it));
    sorted.forEach((name, outcomes) -> text.append(ofClass(name, outcomes.outcomes())));
    return text.toString();
  }

  private static String ofClass(String name, Map<String, TestOutcome> outcomes) {
    StringBuilder text = new StringBuilder("\n  " + name + ":");
    for (Status status : List.of(Status.HELD, Status.SKIPPED, Status.FAILED)) {
      long count = outcomes.values().stream().filter(it -> it.status() == status).count();
      text.append(" ").append(count).append(" ").append(status);
    }
    byReason(outcomes)
        .forEach(
            (reason, parts) ->
                text.append("\n    skipped in ").append(parts).append(": ").append(reason));
    return text.toString();
  }

  /** Returns the reasons, each with the parts of the contract that skip tests for it. */
  private static Map<String, String> byReason(Map<String, TestOutcome> outcomes) {
    Map<String, TreeSet<String>> parts = new TreeMap<>();
    Contract.tests()
        .forEach(
            test -> {
              TestOutcome outcome = outcomes.get(test.getName());
              if (outcome != null && outcome.status() == Status.SKIPPED) {
                parts
                    .computeIfAbsent(outcome.reason(), it -> new TreeSet<>())
                    .add(Contract.part(test));
              }
            });
    Map<String, String> text = new TreeMap<>();
    parts.forEach((reason, names) -> text.put(reason, String.join(", ", names)));
    return text;
  }
}
