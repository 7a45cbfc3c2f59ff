package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingTest {

  @Test
  void theMeaningStatesRangeAndDefault() {
    ProviderSetting<Duration> time =
        ProviderSetting.duration("connect-timeout", "the time limit for connecting");

    assertThat(time.meaning()).isEqualTo("the time limit for connecting");
    assertThat(time.orElse(Duration.ofSeconds(3)).meaning())
        .isEqualTo("the time limit for connecting; 3s unless set");
    assertThat(time.between(Duration.ofMillis(1), Duration.ofMinutes(10)).required().meaning())
        .isEqualTo("the time limit for connecting; 1ms to 10m; required");
  }

  @Test
  void theMeaningOfEachTypeStatesItsValues() {
    assertThat(ProviderSetting.flag("it", "on").meaning()).isEqualTo("on; false unless set");
    assertThat(ProviderSetting.oneOf("it", "a profile", "plain", "green", "red").meaning())
        .isEqualTo("a profile; plain, green or red");
    assertThat(ProviderSetting.oneOf("it", "an effect", Effect.class).orElse(Effect.NONE).meaning())
        .isEqualTo("an effect; none, partial or unknown; none unless set");
    assertThat(ProviderSetting.uri("it", "a URL", "https").meaning()).isEqualTo("a URL; https");
    assertThat(ProviderSetting.decimal("it", "a share").between(0.0, 0.5).meaning())
        .isEqualTo("a share; 0 to 0.5");
    assertThat(ProviderSetting.integer("it", "a number").between(1, 20).orElse(5).meaning())
        .isEqualTo("a number; 1 to 20; 5 unless set");
    assertThat(ProviderSetting.longInteger("it", "a number").between(1L, Long.MAX_VALUE).meaning())
        .isEqualTo("a number; at least 1");
    assertThat(ProviderSetting.secret("it", "a secret").required().meaning())
        .isEqualTo("a secret; required");
  }

  @Test
  void everyTypeHasAPlaceholder() {
    assertThat(ProviderSetting.text("it", "").placeholder()).isEqualTo("TEXT");
    assertThat(ProviderSetting.secret("it", "").placeholder()).isEqualTo("SECRET");
    assertThat(ProviderSetting.path("it", "").placeholder()).isEqualTo("PATH");
    assertThat(ProviderSetting.integer("it", "").placeholder()).isEqualTo("NUMBER");
    assertThat(ProviderSetting.duration("it", "").placeholder()).isEqualTo("TIME");
    assertThat(ProviderSetting.oneOf("it", "", "a").placeholder()).isEqualTo("WORD");
    assertThat(ProviderSetting.uri("it", "", "http").placeholder()).isEqualTo("URL");
    assertThat(ProviderSetting.flag("it", "").placeholder()).isEmpty();
  }

  @Test
  void onlyASecretIsSecretAndMayBeInAFile() {
    assertThat(ProviderSetting.text("key", "").isSecret()).isFalse();
    assertThat(ProviderSetting.secret("key", "").isSecret()).isTrue();
    assertThat(ProviderSetting.secret("key", "").required().isSecret()).isTrue();
    assertThat(ProviderSetting.secret("key", "").fileName()).isEqualTo("key-file");
  }

  @Test
  void aSettingIsOptionalUnlessRequired() {
    ProviderSetting<String> optional = ProviderSetting.text("it", "");

    assertThat(optional.isRequired()).isFalse();
    assertThat(optional.required().isRequired()).isTrue();
    assertThat(optional.isRequired()).isFalse();
    assertThat(optional.orElse("x").defaultText()).contains("x");
    assertThat(optional.orElse("x").required().defaultText()).isEmpty();
  }

  @Test
  void aSecretOrRequiredSettingHasNoDefault() {
    ProviderSetting<Secret> secret = ProviderSetting.secret("key", "");

    assertRefused("key", "must not have a default", () -> secret.orElse(Secret.of("x")));
    assertRefused(
        "it",
        "must not have a default",
        () -> ProviderSetting.text("it", "").required().orElse(""));
  }

  @Test
  void onlyNumbersAndDurationsHaveARange() {
    assertRefused(
        "it", "must not have a range", () -> ProviderSetting.text("it", "").between("a", "b"));
    assertRefused(
        "it", "must not have a range", () -> ProviderSetting.flag("it", "").between(false, true));
    assertRefused(
        "min",
        "must not be greater than max",
        () -> ProviderSetting.integer("it", "").between(2, 1));
  }

  @Test
  void aValueOfABuilderIsCheckedByTheSameRule() {
    ProviderSetting<Duration> time =
        ProviderSetting.duration("time", "").between(Duration.ofMillis(1), Duration.ofDays(1));

    assertThat(time.check(Duration.ofNanos(1_500_000))).isEqualTo(Duration.ofNanos(1_500_000));
    for (Duration wrong :
        new Duration[] {Duration.ofNanos(999_999), Duration.ofDays(2), Duration.ofMillis(-1)}) {
      assertRefused("time", "must be a duration", () -> time.check(wrong));
    }
    assertThat(time.orElse(Duration.ofDays(1)).defaultValue()).contains(Duration.ofDays(1));
    assertThat(time.defaultValue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a_b", "a b", "-a", "a-", "a..b", "ä"})
  void aNameIsInLowerCaseWithHyphens(String name) {
    assertRefused("name", "must consist of", () -> ProviderSetting.text(name, "a text"));
  }

  @Test
  void theDefaultOfAParsedSettingIsItsText() {
    ProviderSetting<Pattern> pattern =
        ProviderSetting.parsed("it", "a pattern", "must be a pattern", Pattern::compile);

    assertThat(pattern.orElse(Pattern.compile("a+")).defaultText()).contains("a+");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.001S, 1ms",
    "PT1S, 1s",
    "PT1.5S, 1500ms",
    "PT1M, 1m",
    "PT90S, 90s",
    "PT24H, 1d",
    "PT25H, 25h",
    "PT0.0000001S, PT0.0000001S",
    "PT-1S, PT-1S"
  })
  void aDurationIsDisplayedShort(Duration duration, String text) {
    assertThat(ProviderSetting.duration("it", "").orElse(duration).defaultText()).contains(text);
  }

  @Property
  void aDisplayedDurationIsReadAsTheSame(@ForAll @LongRange(min = 0) long millis) {
    Duration duration = Duration.ofMillis(millis % 86_400_000_000L);
    String text = ProviderSetting.duration("it", "").orElse(duration).defaultText().orElseThrow();

    assertThat(Durations.parse(text)).isEqualTo(duration);
  }
}
