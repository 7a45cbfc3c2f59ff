package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {
  private static final Duration MIN = Duration.ofMillis(1);
  private static final Duration MAX = Duration.ofDays(1);

  private static ProviderSettings settings(String value) {
    return ProviderSettings.of(Map.of("it", value));
  }

  @Test
  void areCopied() {
    Map<String, String> values = new HashMap<>(Map.of("it", "before"));
    ProviderSettings settings = ProviderSettings.of(values);

    values.put("it", "after");

    assertThat(settings.requiredText("it")).isEqualTo("before");
  }

  @Test
  void refuseUnknownSettings() {
    ProviderSettings settings = ProviderSettings.of(Map.of("regoin", MARKER, "endpoint", MARKER));

    settings.allowOnly(Set.of("endpoint", "regoin"));
    assertRefused(
        "regoin",
        "is not a setting of this provider; its settings are [endpoint, region]",
        () -> settings.allowOnly(Set.of("region", "endpoint")));
  }

  @Test
  void areEmptyIfAbsent() {
    ProviderSettings none = ProviderSettings.of(Map.of());

    none.allowOnly(Set.of());
    assertThat(none.text("it")).isEmpty();
    assertThat(none.oneOf("it", Set.of("a"))).isEmpty();
    assertThat(none.isOn("it")).isFalse();
    assertThat(none.integer("it", 1, 2)).isEmpty();
    assertThat(none.longInteger("it", 1, 2)).isEmpty();
    assertThat(none.duration("it", MIN, MAX)).isEmpty();
    assertThat(none.uri("it", Set.of("https"))).isEmpty();
    assertThat(none.secret("it")).isEmpty();
    assertRefused("it", "must be set", () -> none.requiredText("it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void areNeverBlank(String blank) {
    ProviderSettings settings = settings(blank);
    String rule = "must not be blank";

    assertRefused("it", rule, () -> settings.text("it"));
    assertRefused("it", rule, () -> settings.requiredText("it"));
    assertRefused("it", rule, () -> settings.oneOf("it", Set.of(blank)));
    assertRefused("it", rule, () -> settings.isOn("it"));
    assertRefused("it", rule, () -> settings.integer("it", 1, 2));
    assertRefused("it", rule, () -> settings.longInteger("it", 1, 2));
    assertRefused("it", rule, () -> settings.duration("it", MIN, MAX));
    assertRefused("it", rule, () -> settings.uri("it", Set.of("https")));
    assertRefused("it", rule, () -> settings.secret("it"));
  }

  @Test
  void aWordIsOneOfTheAllowedWords() {
    assertThat(settings("green").oneOf("it", Set.of("green", "plain"))).contains("green");
    assertRefused(
        "it",
        "must be one of [green, plain]",
        () -> settings(MARKER).oneOf("it", Set.of("plain", "green")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE", "on", " true"})
  void aBooleanIsTrueOrFalse(String other) {
    assertThat(settings("true").isOn("it")).isTrue();
    assertThat(settings("false").isOn("it")).isFalse();
    assertRefused("it", "must be one of [false, true]", () -> settings(other).isOn("it"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "11",
        "-1",
        "5.0",
        "five",
        "0x5",
        " 5",
        "5 ",
        "1e1",
        "99999999999999999999",
        "4294967301"
      })
  void aNumberIsWholeAndInRange(String value) {
    String rule = "must be a whole number from 1 to 10";

    assertThat(settings("1").integer("it", 1, 10)).hasValue(1);
    assertThat(settings("10").integer("it", 1, 10)).hasValue(10);
    assertRefused("it", rule, () -> settings(value).integer("it", 1, 10));
    assertRefused("it", rule, () -> settings(value).longInteger("it", 1, 10));
    assertRefused("it", rule, () -> settings(MARKER).integer("it", 1, 10));
  }

  @Property
  void everyNumberIsParsed(@ForAll long number) {
    ProviderSettings settings = settings(Long.toString(number));

    assertThat(settings.longInteger("it", Long.MIN_VALUE, Long.MAX_VALUE)).hasValue(number);
    if (number == (int) number) {
      assertThat(settings.integer("it", Integer.MIN_VALUE, Integer.MAX_VALUE))
          .hasValue((int) number);
    } else {
      assertRefused(
          "it", "must be", () -> settings.integer("it", Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1ms, PT0.001S",
    "250ms, PT0.25S",
    "5s, PT5S",
    "2m, PT2M",
    "1h, PT1H",
    "1d, PT24H",
    "PT5S, PT5S",
    "pt1.5s, PT1.5S",
    "P1D, PT24H"
  })
  void aDurationIsWrittenShortOrAsIso8601(String text, Duration duration) {
    assertThat(settings(text).duration("it", MIN, MAX)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0s",
        "25h",
        "-5s",
        "5",
        "5 s",
        "5S",
        "1.5s",
        "5min",
        "1234567890ms",
        "999999999d",
        "PT",
        "-PT1S",
        "PT9223372036854775808S",
        "P106751991167301D",
        "P99999999999999999999D",
        "PT0.0009S",
        "Never-Show-Me"
      })
  void aDurationIsInRange(String value) {
    assertRefused(
        "it",
        "must be a duration such as 250ms, 5s or 2m, from PT0.001S to PT24H",
        () -> settings(value).duration("it", MIN, MAX));
  }

  @Property
  void everyShortDurationIsParsed(
      @ForAll @LongRange(max = 999_999_999) long amount, @ForAll("units") String unit) {
    Duration longest = Duration.ofDays(999_999_999);

    Duration read = settings(amount + unit).duration("it", Duration.ZERO, longest).orElseThrow();

    long millis =
        switch (unit) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    assertThat(read).isEqualTo(Duration.ofMillis(millis).multipliedBy(amount));
  }

  @Property
  void everyDurationInIso8601IsParsed(@ForAll @LongRange(min = 0) long millis) {
    Duration duration = Duration.ofMillis(millis);
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

    assertThat(settings(duration.toString()).duration("it", Duration.ZERO, longest))
        .contains(duration);
  }

  @Property
  void anyTextIsEitherAValueOrRefused(@ForAll("texts") String text) {
    ProviderSettings settings = settings(text);

    for (Runnable read :
        new Runnable[] {
          () -> settings.integer("it", -9, 9),
          () -> settings.longInteger("it", -9, 9),
          () -> settings.duration("it", MIN, MAX),
          () -> settings.uri("it", Set.of("http", "https"))
        }) {
      try {
        read.run();
      } catch (InvalidRequestException e) {
        assertThat(e.field()).isEqualTo("it");
      }
    }
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("ms", "s", "m", "h", "d");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all(),
        Arbitraries.strings().withChars("PTDHMS0123456789.-+msd").ofMaxLength(25),
        Arbitraries.strings().withChars("a:/?#@[]%.\uD83D").map(end -> "https://" + end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://green.example.com", "HTTP://127.0.0.1:8080/base", "http://[::1]:80"})
  void aUrlHasAHostAndAnAllowedScheme(String value) {
    assertThat(settings(value).uri("it", Set.of("http", "https"))).contains(URI.create(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://Never-Show-Me",
        "https:Never-Show-Me",
        "https:///Never-Show-Me",
        "//Never-Show-Me",
        "Never-Show-Me",
        "Never-Show-Me:8080",
        "https://Never Show Me",
        "https://Never_Show_Me",
        "https://user:Never-Show-Me@some_host/"
      })
  void aUrlWithoutHostOrAllowedSchemeIsRefused(String value) {
    assertRefused(
        "it",
        "must be a URL with a host and one of the schemes [http, https]",
        () -> settings(value).uri("it", Set.of("https", "http")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:Never-Show-Me@example.com",
        "https://Never-Show-Me@example.com",
        "https://example.com/?key=Never-Show-Me",
        "https://example.com/?",
        "https://example.com/#Never-Show-Me"
      })
  void aUrlCannotContainASecret(String value) {
    assertRefused(
        "it",
        "must not contain user information, a query or a fragment",
        () -> settings(value).uri("it", Set.of("https")));
  }

  @Test
  void aSecretHasTheValueOfTheSetting() {
    assertThat(settings(MARKER).secret("it")).map(Secret::reveal).contains(MARKER);
  }
}
