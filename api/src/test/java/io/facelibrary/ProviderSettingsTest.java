package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
  private static final ProviderSetting<String> TEXT = ProviderSetting.text("it", "a text");
  private static final ProviderSetting<Secret> SECRET = ProviderSetting.secret("it", "a secret");
  private static final ProviderSetting<Boolean> FLAG = ProviderSetting.flag("it", "on");

  private static ProviderSettings settings(String value) {
    return ProviderSettings.of(Map.of("it", value));
  }

  private static <T> T read(String value, ProviderSetting<T> setting) {
    return settings(value).get(setting);
  }

  private static ProviderSetting<Integer> integer(int min, int max) {
    return ProviderSetting.integer("it", "a number").between(min, max);
  }

  private static ProviderSetting<Long> longInteger(long min, long max) {
    return ProviderSetting.longInteger("it", "a number").between(min, max);
  }

  private static ProviderSetting<Duration> duration(Duration min, Duration max) {
    return ProviderSetting.duration("it", "a time").between(min, max);
  }

  private static ProviderSetting<URI> uri(String... schemes) {
    return ProviderSetting.uri("it", "a URL", schemes);
  }

  @Test
  void areCopied() {
    Map<String, String> values = new HashMap<>(Map.of("it", "before"));
    ProviderSettings settings = ProviderSettings.of(values);

    values.put("it", "after");

    assertThat(settings.get(TEXT)).isEqualTo("before");
  }

  @Test
  void anAbsentSettingHasItsDefault() {
    ProviderSettings none = ProviderSettings.of(Map.of());

    assertThat(none.find(TEXT)).isEmpty();
    assertThat(none.find(SECRET)).isEmpty();
    assertThat(none.find(TEXT.orElse("default"))).contains("default");
    assertThat(none.get(TEXT.orElse("default"))).isEqualTo("default");
    assertThat(none.get(FLAG)).isFalse();
    assertRefused("it", "must be set", () -> none.get(TEXT));
    assertRefused("it", "must be set", () -> none.get(TEXT.required()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aBlankValueIsAbsent(String blank) {
    ProviderSettings settings = settings(blank);

    assertThat(settings.find(TEXT)).isEmpty();
    assertThat(settings.find(SECRET)).isEmpty();
    assertThat(settings.get(FLAG)).isFalse();
    assertThat(settings.find(integer(1, 2))).isEmpty();
    assertThat(settings.checked("this", List.of()).find(TEXT)).isEmpty();
    assertRefused("it", "must be set", () -> settings.checked("this", List.of(TEXT.required())));
  }

  @Test
  void aTextIsTakenAsItIs() {
    assertThat(read(" a b ", TEXT)).isEqualTo(" a b ");
    assertThat(read(" a b ", SECRET).reveal()).isEqualTo(" a b ");
    assertThat(read(" a b ", ProviderSetting.path("it", "a path"))).isEqualTo(Path.of(" a b "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", " ", "\n"})
  void spacesAroundOtherValuesAreIgnored(String space) {
    assertThat(read(space + "true" + space, FLAG)).isTrue();
    assertThat(read(space + "5" + space, integer(1, 10))).isEqualTo(5);
    assertThat(read(space + "5" + space, longInteger(1, 10))).isEqualTo(5L);
    assertThat(read(space + "5s" + space, duration(MIN, MAX))).isEqualTo(Duration.ofSeconds(5));
    assertThat(read(space + "https://a" + space, uri("https"))).isEqualTo(URI.create("https://a"));
    assertThat(read(space + "a" + space, ProviderSetting.oneOf("it", "words", "a", "b")))
        .isEqualTo("a");
  }

  @Test
  void aWordIsOneOfTheAllowedWords() {
    ProviderSetting<String> word = ProviderSetting.oneOf("it", "a profile", "plain", "green");

    assertThat(read("green", word)).isEqualTo("green");
    assertRefused("it", "must be one of [plain, green]", () -> read(MARKER, word));
  }

  @Test
  void aConstantIsWrittenInLowerCaseWithHyphens() {
    ProviderSetting<ErrorKind> kind = ProviderSetting.oneOf("it", "a kind", ErrorKind.class);

    assertThat(read("quota-exceeded", kind)).isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertRefused("it", "must be one of [", () -> read("QUOTA_EXCEEDED", kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE", "on", "t rue"})
  void aFlagIsTrueOrFalse(String other) {
    assertThat(read("true", FLAG)).isTrue();
    assertThat(read("false", FLAG)).isFalse();
    assertRefused("it", "must be one of [true, false]", () -> read(other, FLAG));
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
        "1e1",
        "99999999999999999999",
        "4294967301",
        MARKER
      })
  void aNumberIsWholeAndInRange(String value) {
    String rule = "must be a whole number from 1 to 10";

    assertThat(read("1", integer(1, 10))).isEqualTo(1);
    assertThat(read("10", integer(1, 10))).isEqualTo(10);
    assertRefused("it", rule, () -> read(value, integer(1, 10)));
    assertRefused("it", rule, () -> read(value, longInteger(1, 10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "NaN", "Infinity", "1e999", "half", MARKER})
  void aDecimalIsFiniteAndInRange(String value) {
    ProviderSetting<Double> share = ProviderSetting.decimal("it", "a share").between(0.0, 1.0);

    assertThat(read("0.25", share)).isEqualTo(0.25);
    assertThat(read("1", share)).isEqualTo(1);
    assertRefused("it", "must be a number from 0 to 1", () -> read(value, share));
    assertRefused("it", "must be a number", () -> read("NaN", ProviderSetting.decimal("it", "")));
  }

  @Test
  void aParsedSettingHasARuleOfItsOwn() {
    ProviderSetting<Pattern> pattern =
        ProviderSetting.parsed("it", "a pattern", "must be a regular expression", Pattern::compile);

    assertThat(read("a+", pattern).pattern()).isEqualTo("a+");
    assertRefused("it", "must be a regular expression", () -> read("[" + MARKER, pattern));
  }

  @Test
  void anInvalidPathIsRefused() {
    assertRefused(
        "it",
        "must be a valid path",
        () -> read("\0" + MARKER, ProviderSetting.path("it", "a path")));
  }

  @Property
  void everyNumberIsParsed(@ForAll long number) {
    String text = Long.toString(number);
    ProviderSetting<Integer> any = ProviderSetting.integer("it", "any number");

    assertThat(read(text, ProviderSetting.longInteger("it", "any number"))).isEqualTo(number);
    if (number == (int) number) {
      assertThat(read(text, any)).isEqualTo((int) number);
    } else {
      assertRefused("it", "must be a whole number", () -> read(text, any));
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
    assertThat(read(text, duration(MIN, MAX))).isEqualTo(duration);
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
        "must be a duration (250ms, 5s, 2m) from 1ms to 1d",
        () -> read(value, duration(MIN, MAX)));
  }

  @Property
  void everyShortDurationIsParsed(
      @ForAll @LongRange(max = 999_999_999) long amount, @ForAll("units") String unit) {
    Duration longest = Duration.ofDays(999_999_999);

    Duration read = read(amount + unit, duration(Duration.ZERO, longest));

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

    assertThat(read(duration.toString(), duration(Duration.ZERO, longest))).isEqualTo(duration);
  }

  @Property
  void anyTextIsEitherAValueOrRefused(@ForAll("texts") String text) {
    ProviderSettings settings = settings(text);

    for (Runnable read :
        new Runnable[] {
          () -> settings.find(integer(-9, 9)),
          () -> settings.find(longInteger(-9, 9)),
          () -> settings.find(ProviderSetting.decimal("it", "a number").between(-9.0, 9.0)),
          () -> settings.find(ProviderSetting.path("it", "a path")),
          () -> settings.find(duration(MIN, MAX)),
          () -> settings.find(uri("http", "https"))
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
    assertThat(read(value, uri("http", "https"))).isEqualTo(URI.create(value));
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
        () -> read(value, uri("http", "https")));
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
        () -> read(value, uri("https")));
  }

  @Test
  void aSecretHasTheValueOfTheSetting() {
    assertThat(read(MARKER, SECRET).reveal()).isEqualTo(MARKER);
  }
}
