package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.testkit.TestOutcome.Status;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Writes a conformance report as an HTML page, for people who choose a provider. */
final class ConformanceHtml {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s: conformance</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #999; padding: .2em .6em; text-align: left; }
      .held { background: #d9f2d9; }
      .skipped { background: #eee; }
      .failed { background: #f6c9c9; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      """;

  private static final String LEGEND =
      """
      <p>The contract is a list of sentences that every provider keeps. Tests assert each sentence.
      A test is <b>skipped</b> if it does not apply to this setup, for the reason given: many tests
      need a capability or a limit. A sentence is <b>held</b> if every test that applies passed. It
      is <b>skipped</b> if no test applies.</p>
      """;

  private ConformanceHtml() {}

  static String text(Conformance report) {
    StringBuilder out = new StringBuilder(HEAD.formatted(escape(report.title())));
    out.append(LEGEND);
    out.append("<h2>Setup</h2>\n<table>\n");
    row(out, "Provider", report.provider());
    row(out, "Version of the contract", Integer.toString(report.contract()));
    row(out, "Data", report.durable() ? "outlives the library" : "ends with the library");
    row(out, "A write is visible to queries", queryDelay(report.capabilities()));
    row(out, "A write is visible to search", delay(report.capabilities().searchDelay()));
    row(
        out,
        "Meaning of similarities",
        report.capabilities().scale().map(Object::toString).orElse("not known"));
    row(
        out,
        "Tests",
        "%s held, %s skipped, %s failed"
            .formatted(
                report.count(Status.HELD),
                report.count(Status.SKIPPED),
                report.count(Status.FAILED)));
    out.append("</table>\n<h2>Capabilities</h2>\n<table>\n");
    for (Capability capability : Capability.values()) {
      row(
          out,
          description(capability) + (capability.isBaseline() ? " (baseline)" : " (optional)"),
          report.capabilities().offers(capability) ? "yes" : "no");
    }
    out.append("</table>\n<h2>Limits of this setup</h2>\n<table>\n");
    for (Map.Entry<String, Object> limit :
        ConformanceJson.limits(report.capabilities().limits()).entrySet()) {
      row(out, words(limit.getKey()), limit.getValue().toString());
    }
    out.append("</table>\n<p>A limit that is not listed is not declared.</p>\n");
    sentences(out, report);
    return out.append("</body>\n</html>\n").toString();
  }

  /** Returns the name of a limit as words: "facesPerPerson" is "Faces per person". */
  private static String words(String limit) {
    String[] parts = limit.split("\\.", 2);
    String words =
        parts[0].replaceAll("(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT).replace("url ", "URL ");
    String capitalized = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return parts.length == 1 ? capitalized : capitalized + ", " + parts[1];
  }

  private static void row(StringBuilder out, String name, String value) {
    out.append("<tr><th>%s</th><td>%s</td></tr>\n".formatted(escape(name), escape(value)));
  }

  private static String delay(Duration delay) {
    return delay.isZero() ? "immediately" : "after " + delay;
  }

  private static String queryDelay(Capabilities capabilities) {
    boolean known =
        capabilities.offers(Capability.CONSISTENT_QUERIES) || !capabilities.queryDelay().isZero();
    return known ? delay(capabilities.queryDelay()) : "after a time that is not known";
  }

  private static String description(Capability capability) {
    return switch (capability) {
      case IMAGE_URL -> "Accepts images by URL";
      case IMAGE_BYTES -> "Accepts images as bytes";
      case FACE_IMAGE_URL -> "Returns the URL that a face was added from";
      case SEARCH -> "Searches";
      case SEARCH_MANY_GROUPS -> "Searches in several groups in one call";
      case SEARCH_AMONG_PERSONS -> "Searches among some persons only";
      case SEARCH_BY_FACE -> "Searches with a face that is in the library";
      case OWN_THRESHOLD -> "Applies a threshold of its own to searches";
      case LIST_GROUPS -> "Lists groups";
      case LIST_PERSONS -> "Lists the persons of a group";
      case LIST_ALL_PERSONS -> "Lists all persons";
      case WRITES -> "Accepts writes";
      case NAMED_GROUPS -> "Has groups that the caller names";
      case REGROUPING -> "Lets persons join and leave groups later";
      case PERSONS_WITHOUT_GROUPS -> "Keeps persons in no group";
      case PERSONS_WITHOUT_FACES -> "Keeps persons without faces";
      case SAME_IMAGE_TWICE -> "Keeps equal images of a person as several faces";
      case CONSISTENT_QUERIES -> "Shows a write to every later query";
      default -> capability.name();
    };
  }

  private static void sentences(StringBuilder out, Conformance report) {
    out.append("<h2>Sentences</h2>\n");
    String heading = "";
    for (Contract.Sentence sentence : Contract.sentences()) {
      if (!sentence.heading().equals(heading)) {
        heading = sentence.heading();
        out.append("<h3>%s</h3>\n".formatted(escape(heading)));
      }
      Status status = report.status(sentence);
      out.append(
          "<p class=\"%s\"><b>%s.</b> %s<br><b>%s</b>: %s held, %s skipped, %s failed</p>\n<ul>\n"
              .formatted(
                  status,
                  sentence.number(),
                  code(sentence.text()),
                  status,
                  report.count(sentence, Status.HELD),
                  report.count(sentence, Status.SKIPPED),
                  report.count(sentence, Status.FAILED)));
      sentence.tests().forEach(test -> test(out, report, test));
      out.append("</ul>\n");
    }
  }

  private static void test(StringBuilder out, Conformance report, Method test) {
    TestOutcome outcome = report.outcome(test);
    String reason = outcome.reason().isEmpty() ? "" : ": " + escape(outcome.reason());
    out.append(
        "<li>%s <b>%s</b>%s</li>\n"
            .formatted(escape(Contract.words(test)), outcome.status(), reason));
  }

  /** Escapes a sentence and shows its code words as code. */
  private static String code(String sentence) {
    return escape(sentence).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
