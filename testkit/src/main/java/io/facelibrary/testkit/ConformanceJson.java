package io.facelibrary.testkit;

import io.facelibrary.Capability;
import io.facelibrary.Limits;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import io.facelibrary.testkit.TestOutcome.Status;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
    json.put("queryDelay", report.capabilities().queryDelay().toString());
    json.put("searchDelay", report.capabilities().searchDelay().toString());
    json.put("scale", scale(report.capabilities().scale()));
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
    limits.faces().ifPresent(it -> json.put("faces", it));
    limits.facesPerPerson().ifPresent(it -> json.put("facesPerPerson", it));
    limits.facesPerGroup().ifPresent(it -> json.put("facesPerGroup", it));
    limits.imagesPerCall().ifPresent(it -> json.put("imagesPerCall", it));
    json.put("idLength", limits.idLength());
    limits.idPattern().ifPresent(it -> json.put("idPattern", it));
    json.put("nameLength", limits.nameLength());
    json.put("noteLength", limits.noteLength());
    limits.groups().ifPresent(it -> json.put("groups", it));
    limits.groupsPerPerson().ifPresent(it -> json.put("groupsPerPerson", it));
    limits.groupsPerSearch().ifPresent(it -> json.put("groupsPerSearch", it));
    limits.facesPerSearch().ifPresent(it -> json.put("facesPerSearch", it));
    limits.resultsPerSearch().ifPresent(it -> json.put("resultsPerSearch", it));
    if (!limits.imageFormats().isEmpty()) {
      json.put("imageFormats", limits.imageFormats().stream().map(Enum::name).sorted().toList());
    }
    limits.imageBytes().ifPresent(it -> json.put("imageBytes", it));
    limits.imagePixels().ifPresent(it -> json.put("imagePixels", it));
    limits.urlLength().ifPresent(it -> json.put("urlLength", it));
    limits.callsAtOnce().ifPresent(it -> json.put("callsAtOnce", it));
    limits
        .callsPerSecond()
        .forEach((operation, rate) -> json.put("callsPerSecond." + operation, rate));
    return json;
  }

  /** Returns the thresholds, or the origin of the rates; empty if no meaning is known. */
  private static Map<String, Object> scale(Optional<SimilarityScale> scale) {
    Map<String, Object> json = new LinkedHashMap<>();
    scale.ifPresent(
        it -> {
          json.put("rates", it.hasRates());
          it.source().ifPresent(source -> json.put("source", source));
          if (!it.hasRates()) {
            json.put("match", it.least(Verdict.MATCH, 1).toString());
            json.put("possible", it.least(Verdict.POSSIBLE, 1).toString());
          }
        });
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
