package io.facelibrary.testkit;

import io.facelibrary.Capability;
import io.facelibrary.Limits;
import io.facelibrary.testkit.TestOutcome.Status;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a conformance report as JSON, for programs. */
final class ConformanceJson {
  private ConformanceJson() {}

  static String text(Conformance report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contractVersion", report.contract());
    json.put("setup", report.setup());
    json.put("title", report.title());
    json.put("provider", report.provider());
    json.put("durable", report.durable());
    json.put("searchDelay", report.capabilities().searchDelay().toString());
    Map<String, Object> capabilities = new LinkedHashMap<>();
    for (Capability capability : Capability.values()) {
      capabilities.put(capability.name(), report.capabilities().offers(capability));
    }
    json.put("capabilities", capabilities);
    json.put("limits", limits(report.capabilities().limits()));
    Map<String, Object> tests = new LinkedHashMap<>();
    tests.put("held", report.count(Status.HELD));
    tests.put("skipped", report.count(Status.SKIPPED));
    tests.put("failed", report.count(Status.FAILED));
    json.put("tests", tests);
    json.put("sentences", Contract.sentences().stream().map(it -> sentence(report, it)).toList());
    return JsonText.of(json);
  }

  /** Returns the declared limits by name; a limit that is not declared is absent. */
  static Map<String, Object> limits(Limits limits) {
    Map<String, Object> json = new LinkedHashMap<>();
    limits.facesPerPerson().ifPresent(it -> json.put("facesPerPerson", it));
    limits.imagesPerCall().ifPresent(it -> json.put("imagesPerCall", it));
    json.put("idLength", limits.idLength());
    limits.idPattern().ifPresent(it -> json.put("idPattern", it));
    limits.groups().ifPresent(it -> json.put("groups", it));
    limits.groupsPerSearch().ifPresent(it -> json.put("groupsPerSearch", it));
    limits.resultsPerSearch().ifPresent(it -> json.put("resultsPerSearch", it));
    limits.imageBytes().ifPresent(it -> json.put("imageBytes", it));
    limits.urlLength().ifPresent(it -> json.put("urlLength", it));
    limits
        .callsPerSecond()
        .forEach((operation, rate) -> json.put("callsPerSecond." + operation, rate));
    return json;
  }

  private static Map<String, Object> sentence(Conformance report, Contract.Sentence sentence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", sentence.number());
    json.put("section", sentence.heading());
    json.put("text", sentence.text());
    json.put("status", report.status(sentence).toString());
    json.put("tests", sentence.tests().stream().map(it -> test(report, it)).toList());
    return json;
  }

  private static Map<String, Object> test(Conformance report, Method test) {
    TestOutcome outcome = report.outcome(test);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", test.getName());
    json.put("part", Contract.part(test));
    json.put("status", outcome.status().toString());
    if (!outcome.reason().isEmpty()) {
      json.put("reason", outcome.reason());
    }
    return json;
  }
}
