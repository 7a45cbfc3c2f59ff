package io.facelibrary;

import static io.facelibrary.support.Refusals.MARKER;
import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link PersonId}, {@link GroupId} and {@link FaceId} follow one rule. */
class IdsTest {

  static Stream<Arguments> ids() {
    return Stream.of(
        id("personId", PersonId::of), id("groupId", GroupId::of), id("faceId", FaceId::of));
  }

  private static Arguments id(String field, Function<String, Object> id) {
    return Arguments.of(field, Named.of(field, id));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void refusesNull(String field, Function<String, Object> id) {
    assertRefused(field, "must not be null", () -> id.apply(null));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void refusesBlankText(String field, Function<String, Object> id) {
    for (String blank : new String[] {"", " ", "  ", "\u2003", "\u3000 "}) {
      assertRefused(field, "must not be blank", () -> id.apply(blank));
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void accepts255CharactersAndRefusesOneMore(String field, Function<String, Object> id) {
    assertThat(id.apply("x".repeat(255))).hasToString("x".repeat(255));

    assertRefused(
        field,
        "must have at most 255 characters and has 256",
        () -> id.apply(MARKER + "x".repeat(256 - MARKER.length())));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void refusesControlCharacters(String field, Function<String, Object> id) {
    for (char control : new char[] {0, '\t', '\n', '\r', 0x1B, 0x7F, 0x80, 0x9F}) {
      assertRefused(field, "must not contain control characters", () -> id.apply(MARKER + control));
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void refusesUnpairedSurrogates(String field, Function<String, Object> id) {
    for (String bad : new String[] {"\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"}) {
      assertRefused(field, "must not contain an unpaired surrogate", () -> id.apply(MARKER + bad));
      assertRefused(field, "must not contain an unpaired surrogate", () -> id.apply(bad + MARKER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Алиса", "爱丽丝", "👩‍🚀", "a b", "../..", "a%00", "'; --"})
  void keepsItsTextUnchanged(String value) {
    assertThat(PersonId.of(value).value()).isEqualTo(value);
    assertThat(GroupId.of(value).value()).isEqualTo(value);
    assertThat(FaceId.of(value).value()).isEqualTo(value);
  }

  @Test
  void neitherTrimsNorNormalizes() {
    assertThat(PersonId.of(" a ")).isNotEqualTo(PersonId.of("a"));
    assertThat(PersonId.of("e\u0301")).isNotEqualTo(PersonId.of("\u00E9"));
    assertThat(PersonId.of("A")).isNotEqualTo(PersonId.of("a"));
  }

  @Test
  void theDefaultGroupIsNamedDefault() {
    assertThat(GroupId.DEFAULT).isEqualTo(GroupId.of("default")).hasToString("default");
  }

  @Property
  void anyTextIsEitherAValidIdOrRefused(@ForAll("texts") String text) {
    boolean good =
        text.length() <= 255
            && !text.isBlank()
            && text.chars().noneMatch(Character::isISOControl)
            && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);

    if (good) {
      assertThat(PersonId.of(text).value()).isEqualTo(text);
      assertThat(PersonId.of(text)).hasToString(text).isEqualTo(PersonId.of(text));
    } else {
      assertRefused("personId", "must", () -> PersonId.of(text));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(260);
    Arbitrary<String> plain = Arbitraries.strings().ascii().ofMaxLength(20);
    Arbitrary<String> astral =
        Arbitraries.integers()
            .between(0x10000, 0x10FFFF)
            .map(Character::toString)
            .list()
            .ofMaxSize(130)
            .map(all -> String.join("", all));
    Arbitrary<String> surrogates =
        Arbitraries.strings().withCharRange('\uD700', '\uE0FF').ofMaxLength(10);
    return Arbitraries.oneOf(any, plain, astral, surrogates);
  }
}
