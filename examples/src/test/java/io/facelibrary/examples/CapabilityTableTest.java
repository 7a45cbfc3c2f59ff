package io.facelibrary.examples;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
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
    for (RecordComponent limit : Limits.class.getRecordComponents()) {
      rows.add(
          row(
              "limit `" + limit.getName() + "`",
              columns.stream().map(column -> text(valueOf(limit, column.limits())))));
    }
    rows.add(row("`searchDelay`", columns.stream().map(column -> text(column.searchDelay()))));
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

  private static Object valueOf(RecordComponent limit, Limits limits) {
    try {
      return limit.getAccessor().invoke(limits);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
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
      return text.isPresent() ? "`" + text.get() + "`" : "none";
    }
    if (value instanceof Map<?, ?> rates) {
      return rates.isEmpty() ? "none" : grouped(rates);
    }
    if (value instanceof Duration time) {
      return time.isZero() ? "immediate" : time.toString();
    }
    throw new AssertionError("the table has no format for " + value);
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
