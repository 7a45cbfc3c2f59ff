package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
  void leavesATextThatRepeatsNothing(String text) {
    assertThat(VendorText.shown(text, PERSON)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"string to sign is:", "String To Sign Is:", "server string to sign is: "})
  void cutsOffWhatWasSigned(String before) {
    String text = "Not matched. " + before + "POST\nx-acs-security-token:abc\n/green/sface end";

    String shown = VendorText.shown(text, NOTHING);

    assertThat(shown)
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
  void hidesAddresses(String text, String shown) {
    assertThat(VendorText.shown(text, NOTHING)).isEqualTo(shown);
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
    String shown = VendorText.shown("ask " + key + ", then wait", NOTHING);

    assertThat(shown).endsWith("***, then wait").startsWith("ask ").hasSizeLessThan(30);
  }

  @Test
  void leavesLongWordsAndShortNumbers() {
    String text = "internationalisation failed 500 times in cn-shanghai";

    assertThat(VendorText.shown(text, NOTHING)).isEqualTo(text);
  }

  @Test
  void hidesEachTextOfTheRequestWhereItStandsAsAWord() {
    JsonNode sent = sent(new Bodies.AddPersonBody("p", List.of("g1", "g2"), "Alice", "her note"));

    String shown = VendorText.shown("p/Alice: 'her note' is in g1,g2 (not g3 or gp)", sent);

    assertThat(shown).isEqualTo("***/***: '***' is in ***,*** (not g3 or gp)");
  }

  @Test
  void hidesIdsInsideTheTasksOfASearch() {
    JsonNode sent = sent(Bodies.ScanBody.of("cid:alice", "group1"));

    assertThat(VendorText.shown("cid:alice is not in group1", sent)).isEqualTo("*** is not in ***");
  }

  @Test
  void leavesLongerWordsThatHoldAShortId() {
    String text = "the person1s of person-person1 and xperson1 and person1_2";

    assertThat(VendorText.shown(text, PERSON)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice Smith", "Smith", "Alice Smith-Jones", "Alice.B", "a.Alice"})
  void hidesAllOfATextThatHoldsAnother(String note) {
    JsonNode sent = sent(new Bodies.AddPersonBody("Alice", List.of("a"), "Smith", note));

    assertThat(VendorText.shown("refused <" + note + ">", sent)).isEqualTo("refused <***>");
  }

  @Test
  void takesAnIdForNothingButText() {
    JsonNode sent = sent(new Bodies.PersonBody("a.*\\E$1"));

    assertThat(VendorText.shown("no a.*\\E$1 and no abc", sent)).isEqualTo("no *** and no abc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 10, 13, 27, 127, 0x85, 0x9b, 0x200b, 0x2028, 0x2029, 0x202e})
  void showsASpaceForWhatBreaksOrReordersALine(int character) {
    String text = "one" + Character.toString(character).repeat(2) + "two";

    assertThat(VendorText.shown(text, NOTHING)).isEqualTo("one two");
    assertThat(VendorText.shown(Character.toString(character) + "one", NOTHING)).isEqualTo("one");
  }

  @Test
  void showsTheFirst300CharactersAtMost() {
    String text = "no. ".repeat(75);

    assertThat(VendorText.shown(text + "more", NOTHING)).isEqualTo(text + "...");
    assertThat(VendorText.shown("no.".repeat(100), NOTHING)).isEqualTo("no.".repeat(100));
  }

  @Test
  void cutsNoCharacterInHalf() {
    String text = "x".repeat(299) + "😀😀";

    assertThat(VendorText.shown(text, NOTHING)).isEqualTo("x".repeat(299) + "...");
  }

  @Property(tries = 300)
  void showsNoPartOfAKeyOrANoteWhereverItStands(
      @ForAll @IntRange(min = 2_900, max = 3_100) int at) {
    JsonNode sent = sent(new Bodies.AddPersonBody("p", List.of("g"), "", "Alice from Beijing"));
    String before = "saw http://" + "c".repeat(at - 12) + " ";

    assertThat(VendorText.shown(before + KEY, sent)).doesNotContain("L");
    assertThat(VendorText.shown(before + "Alice from Beijing", sent)).doesNotContain("A");
  }

  @Test
  void showsTheBeginningOfATextOfManyMegabytes() {
    String shown = VendorText.shown("no. ".repeat(4 << 20), PERSON);

    assertThat(shown).isEqualTo("no. ".repeat(75) + "...");
  }

  @Property(tries = 300)
  void isShortAndOfOneLineWhateverComes(@ForAll String text) {
    String shown = VendorText.shown(text.repeat(3), PERSON);

    assertThat(shown).hasSizeLessThanOrEqualTo(303);
    assertThat(shown.chars()).noneMatch(Character::isISOControl);
  }

  private static JsonNode sent(Object body) {
    return Json.read(Json.write(body)).orElseThrow();
  }

  @Test
  void hidesIdsAmongLettersOfALanguageWithoutSpaces() {
    JsonNode sent = sent(new Bodies.GroupsBody("person1", List.of("staff")));

    assertThat(VendorText.shown("人员person1不存在于组staff中", sent)).isEqualTo("人员***不存在于组***中");
  }

  @Test
  void hidesANoteWholeThoughAnAddressIsPartOfIt() {
    JsonNode sent =
        sent(new Bodies.AddPersonBody("http", List.of("g"), "", "see http://a.b/c of Grace"));

    assertThat(VendorText.shown("bad note see http://a.b/c of Grace", sent))
        .isEqualTo("bad note ***");
    assertThat(VendorText.shown("cannot read http://a.b/d?e=f", sent)).isEqualTo("cannot read ***");
  }

  @Test
  void hidesAnAddressAfterLettersOfALanguageWithoutSpaces() {
    assertThat(VendorText.shown("图片https://a.b/c.jpg 无法下载", NOTHING)).isEqualTo("图片*** 无法下载");
  }
}
