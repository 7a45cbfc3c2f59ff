package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.aliyun.support.StubGreen;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTextTest {
  private static final String KEY = StubGreen.KEY_ID;
  private static final JsonNode NOTHING = sent(new Bodies.NoFields());
  private static final JsonNode PERSON = sent(new Bodies.PersonBody("person1"));

  @ParameterizedTest
  @ValueSource(strings = {"", "PARAM ERROR", "The person is not exist!", "人员不存在", "a $1 \\ b"})
  void keepsATextThatRepeatsNothing(String text) {
    assertThat(VendorText.redact(text, PERSON)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"string to sign is:", "String To Sign Is:", "server string to sign is: "})
  void removesTheSignedText(String before) {
    String text = "Not matched. " + before + "POST\nx-acs-security-token:abc\n/green/sface end";

    String redacted = VendorText.redact(text, NOTHING);

    assertThat(redacted)
        .startsWith("Not matched. ")
        .endsWith(": ***")
        .doesNotContain("POST", "x-acs", "abc", "/green", "end");
  }

  @ParameterizedTest
  @CsvSource({
    "cannot read http://a.b/c?d=e now,cannot read *** now",
    "cannot read HTTPS://a.b/c?Signature=d%2Fe,cannot read ***",
    "cannot read oss://bucket/images/alice.png now,cannot read *** now",
    "'(ftp://a.b)','(***'"
  })
  void hidesUrls(String text, String redacted) {
    assertThat(VendorText.redact(text, NOTHING)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY,
        "LTAIinventedKeyIdOfLetters",
        StubGreen.KEY_SECRET,
        "CAISsecurityTokenOfTheTests0123456789",
        "STS.NUEMTcFrzjGmZJmTyBFxVvLkn",
        "FZdYcAhZAQxDpxGwTlmzBEbIfgh="
      })
  void hidesWordsThatLookLikeKeys(String key) {
    String redacted = VendorText.redact("ask " + key + ", then wait", NOTHING);

    assertThat(redacted).endsWith("***, then wait").startsWith("ask ").hasSizeLessThan(30);
  }

  @Test
  void keepsLongWordsAndShortNumbers() {
    String text = "internationalisation failed 500 times in cn-shanghai";

    assertThat(VendorText.redact(text, NOTHING)).isEqualTo(text);
  }

  @Test
  void hidesEachTextOfTheRequestWhereItIsAWholeWord() {
    JsonNode sent = sent(new Bodies.AddPersonBody("p", List.of("g1", "g2"), "Alice", "her note"));

    String redacted = VendorText.redact("p/Alice: 'her note' is in g1,g2 (not g3 or gp)", sent);

    assertThat(redacted).isEqualTo("***/***: '***' is in ***,*** (not g3 or gp)");
  }

  @Test
  void hidesIdsInsideTheTasksOfASearch() {
    JsonNode sent = sent(Bodies.ScanBody.of("cid:alice", "group1"));

    assertThat(VendorText.redact("cid:alice is not in group1", sent))
        .isEqualTo("*** is not in ***");
  }

  @Test
  void keepsLongerWordsThatContainAShortId() {
    String text = "the person1s of person-person1 and xperson1 and person1_2";

    assertThat(VendorText.redact(text, PERSON)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice Smith", "Smith", "Alice Smith-Jones", "Alice.B", "a.Alice"})
  void hidesAllOfATextThatContainsAnother(String note) {
    JsonNode sent = sent(new Bodies.AddPersonBody("Alice", List.of("a"), "Smith", note));

    assertThat(VendorText.redact("refused <" + note + ">", sent)).isEqualTo("refused <***>");
  }

  @Test
  void treatsAnIdAsPlainText() {
    JsonNode sent = sent(new Bodies.PersonBody("a.*\\E$1"));

    assertThat(VendorText.redact("no a.*\\E$1 and no abc", sent)).isEqualTo("no *** and no abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 10, 13, 27, 127, 0x85, 0x9b, 0x200b, 0x2028, 0x2029, 0x202e})
  void replacesCharactersThatBreakOrReorderALine(int character) {
    String text = "one" + Character.toString(character).repeat(2) + "two";

    assertThat(VendorText.redact(text, NOTHING)).isEqualTo("one two");
    assertThat(VendorText.redact(Character.toString(character) + "one", NOTHING)).isEqualTo("one");
  }

  @Test
  void showsAtMostTheFirst300Characters() {
    String text = "no. ".repeat(75);

    assertThat(VendorText.redact(text + "more", NOTHING)).isEqualTo(text + "...");
    assertThat(VendorText.redact("no.".repeat(100), NOTHING)).isEqualTo("no.".repeat(100));
  }

  @Test
  void splitsNoCharacter() {
    String text = "x".repeat(299) + "😀😀";

    assertThat(VendorText.redact(text, NOTHING)).isEqualTo("x".repeat(299) + "...");
  }

  @Property(tries = 300)
  void showsNoPartOfAKeyOrANoteAtAnyPosition(@ForAll @IntRange(min = 2_900, max = 3_100) int at) {
    JsonNode sent = sent(new Bodies.AddPersonBody("p", List.of("g"), "", "Alice from Beijing"));
    String before = "saw http://" + "c".repeat(at - 12) + " ";

    assertThat(VendorText.redact(before + KEY, sent)).doesNotContain("L");
    assertThat(VendorText.redact(before + "Alice from Beijing", sent)).doesNotContain("A");
  }

  @Test
  void showsTheBeginningOfATextOfManyMegabytes() {
    String redacted = VendorText.redact("no. ".repeat(4 << 20), PERSON);

    assertThat(redacted).isEqualTo("no. ".repeat(75) + "...");
  }

  @Property(tries = 300)
  void returnsAShortSingleLineForAnyText(@ForAll String text) {
    String redacted = VendorText.redact(text.repeat(3), PERSON);

    assertThat(redacted).hasSizeLessThanOrEqualTo(303);
    assertThat(redacted.chars()).noneMatch(Character::isISOControl);
  }

  private static JsonNode sent(Object body) {
    return Json.read(Json.write(body)).orElseThrow();
  }

  @Test
  void hidesIdsAmongLettersOfALanguageWithoutSpaces() {
    JsonNode sent = sent(new Bodies.GroupsBody("person1", List.of("staff")));

    assertThat(VendorText.redact("人员person1不存在于组staff中", sent)).isEqualTo("人员***不存在于组***中");
  }

  @Test
  void hidesAWholeNoteThatContainsAUrl() {
    JsonNode sent =
        sent(new Bodies.AddPersonBody("http", List.of("g"), "", "see http://a.b/c of Grace"));

    assertThat(VendorText.redact("bad note see http://a.b/c of Grace", sent))
        .isEqualTo("bad note ***");
    assertThat(VendorText.redact("cannot read http://a.b/d?e=f", sent))
        .isEqualTo("cannot read ***");
  }

  @Test
  void hidesAUrlAfterLettersOfALanguageWithoutSpaces() {
    assertThat(VendorText.redact("图片https://a.b/c.jpg 无法下载", NOTHING)).isEqualTo("图片*** 无法下载");
  }
}
