package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table in docs/providers.md equals the capabilities of the providers. {@code
 * -Dreadme.update=true} writes it.
 */
class CapabilityTableTest {
  /** The settings of the compared libraries, by the heading of their columns. */
  private static final List<Map.Entry<String, Map<String, String>>> COLUMNS =
      List.of(
          Map.entry("`inmemory`", Map.of("provider", "inmemory")),
          Map.entry(
              "`inmemory` with `profile=green`",
              Map.of("provider", "inmemory", "profile", "green")),
          Map.entry(
              "`embedded` with an encoder",
              Map.of(
                  "provider", "embedded",
                  "folder", "target/capability-table",
                  "encoder", "recognition")),
          Map.entry("`aliyun`", Map.of("provider", "aliyun", "region", "cn-shanghai")));

  private static final Map<String, Function<Limits, Object>> LIMITS = new LinkedHashMap<>();

  static {
    LIMITS.put("idLength", Limits::idLength);
    LIMITS.put("idPattern", Limits::idPattern);
    LIMITS.put("nameLength", Limits::nameLength);
    LIMITS.put("noteLength", Limits::noteLength);
    LIMITS.put("facesPerPerson", Limits::facesPerPerson);
    LIMITS.put("imagesPerCall", Limits::imagesPerCall);
    LIMITS.put("groups", Limits::groups);
    LIMITS.put("groupsPerPerson", Limits::groupsPerPerson);
    LIMITS.put("groupsPerSearch", Limits::groupsPerSearch);
    LIMITS.put("facesPerSearch", Limits::facesPerSearch);
    LIMITS.put("resultsPerSearch", Limits::resultsPerSearch);
    LIMITS.put("urlLength", Limits::urlLength);
    LIMITS.put("callsAtOnce", Limits::callsAtOnce);
    LIMITS.put("faces", Limits::faces);
    LIMITS.put("facesPerGroup", Limits::facesPerGroup);
    LIMITS.put("imageBytes", Limits::imageBytes);
    LIMITS.put("imagePixels", Limits::imagePixels);
    LIMITS.put("imageFormats", Limits::imageFormats);
    LIMITS.put("callsPerSecond", Limits::callsPerSecond);
  }

  @Test
  void namesEveryLimit() {
    List<String> declared =
        Stream.of(Limits.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Limits.class)
            .filter(method -> method.getParameterCount() == 0)
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .toList();

    assertThat(LIMITS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            declared.stream()
                .filter(name -> !Set.of("toBuilder", "hashCode", "toString").contains(name))
                .toList());
  }

  @Test
  void equalsTheCapabilitiesOfTheProviders() {
    Page.assertPart("docs/providers.md", "capabilities", table());
  }

  private static List<String> table() {
    List<Capabilities> columns = COLUMNS.stream().map(column -> opened(column.getValue())).toList();
    List<String> rows = new ArrayList<>();
    rows.add(row("", COLUMNS.stream().map(Map.Entry::getKey)));
    rows.add("|---".repeat(1 + columns.size()) + "|");
    for (Capability capability : Capability.values()) {
      rows.add(
          row(
              "`" + capability + "`",
              columns.stream().map(column -> column.offers(capability) ? "yes" : "no")));
    }
    LIMITS.forEach(
        (name, limit) ->
            rows.add(
                row(
                    "limit `" + name + "`",
                    columns.stream().map(column -> text(limit.apply(column.limits()))))));
    rows.add(row("`searchDelay`", columns.stream().map(column -> text(column.searchDelay()))));
    rows.add(row("`queryDelay`", columns.stream().map(column -> text(column.queryDelay()))));
    rows.add(row("`scale`", columns.stream().map(column -> text(column.scale()))));
    return rows;
  }

  private static Capabilities opened(Map<String, String> settings) {
    try (FaceLibrary library = FaceLibraries.open(settings)) {
      return library.capabilities();
    }
  }

  private static String row(String head, Stream<String> cells) {
    return "| " + head + cells.collect(Collectors.joining(" | ", " | ", " |"));
  }

  private static String text(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? grouped(number.getAsInt()) : "none";
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? grouped(number.getAsLong()) : "none";
    }
    if (value instanceof Integer number) {
      return grouped(number);
    }
    if (value instanceof Optional<?> text) {
      if (text.isPresent() && text.get() instanceof SimilarityScale scale) {
        return text(scale);
      }
      return text.isPresent() ? "`" + text.get() + "`" : "none";
    }
    if (value instanceof Set<?> formats) {
      return formats.isEmpty() ? "none" : formats.toString();
    }
    if (value instanceof Map<?, ?> rates) {
      return rates.isEmpty() ? "none" : grouped(rates);
    }
    if (value instanceof Duration time) {
      return time.isZero() ? "immediate" : time.toString();
    }
    throw new AssertionError("the table has no format for " + value);
  }

  private static String text(SimilarityScale scale) {
    if (scale.hasRates()) {
      return "rates of the model";
    }
    double match = scale.least(Verdict.MATCH, 1).value();
    return match == Double.MIN_VALUE ? "a match above 0" : "a match from " + match;
  }

  /** Returns the rates in few words: the common one, and those that differ. */
  private static String grouped(Map<?, ?> rates) {
    Map<Object, List<String>> byRate = new TreeMap<>();
    rates.forEach(
        (operation, rate) ->
            byRate.computeIfAbsent(rate, it -> new ArrayList<>()).add("`" + operation + "`"));
    List<String> parts = new ArrayList<>();
    byRate.forEach(
        (rate, operations) ->
            parts.add(
                rate
                    + (operations.size() > rates.size() / 2
                        ? " for others"
                        : " for " + String.join(", ", operations))));
    return String.join("; ", parts);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
