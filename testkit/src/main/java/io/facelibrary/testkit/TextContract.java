package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts and ids are read back as they were written. */
interface TextContract extends ContractPart {

  /** Texts that have broken storage, encoding, escaping or trimming elsewhere. */
  List<String> DIFFICULT_TEXTS =
      List.of(
          "plain",
          " leading and trailing ",
          "Zoë 王小明 Ирина محمد",
          "\uD83D\uDE00 outside the basic plane \uD840\uDC00",
          "e\u0301 is not \u00E9, \uFB01 is not fi",
          "\"quoted\" 'single' \\back\\ /slash/ <tag> &amp; %41 ${x} {{y}}",
          "line\nline\r\nline\ttab",
          "\u0000\u0001\u001F\u007F\u0085\u2028\u2029\uFEFF\uFFFD\uFFFF",
          "null",
          "0123",
          "[]");

  /** Returns the difficult texts that fit, twice, into a name and a note. */
  private List<String> texts() {
    int longest = Math.min(limits().nameLength(), limits().noteLength()) / 2;
    List<String> fitting = DIFFICULT_TEXTS.stream().filter(it -> it.length() <= longest).toList();
    assumeFalse(fitting.isEmpty(), "the library keeps no text that the test can try");
    return fitting;
  }

  @Test
  @Promise(12)
  @OpenQuestion("Which characters do name and note keep?")
  default void readsBackNamesAndNotesCharacterForCharacter() {
    for (String text : texts()) {
      PersonId person = fixtures().newPersonId();
      library().addPerson(AddPerson.of(person).withName(text).withNote(text + text));

      Person found = library().findPerson(person).orElseThrow();

      assertThat(found.name()).isEqualTo(text);
      assertThat(found.note()).isEqualTo(text + text);
    }
  }

  @Test
  @Promise(12)
  default void readsBackUpdatedNamesAndNotesCharacterForCharacter() {
    PersonId person = fixtures().addPerson();
    for (String text : texts()) {
      library().updatePerson(UpdatePerson.of(person).withName(text + text).withNote(text));

      Person found = library().findPerson(person).orElseThrow();

      assertThat(found.name()).isEqualTo(text + text);
      assertThat(found.note()).isEqualTo(text);
    }
  }

  @Test
  @Promise(12)
  @OpenQuestion("How long may name and note be?")
  default void readsBackTheLongestNameAndNote() {
    PersonId person = fixtures().newPersonId();
    String name = "人".repeat(limits().nameLength());
    String note = "né".repeat(limits().noteLength() / 2);

    library().addPerson(AddPerson.of(person).withName(name).withNote(note));

    Person found = library().findPerson(person).orElseThrow();
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.note()).isEqualTo(note);
  }

  @Test
  @Promise(12)
  default void acceptsEveryIdThatItsLimitsAllow() {
    String suffix = harness().freshPerson().value();
    int longest = limits().idLength();
    String padded = suffix + "x".repeat(Math.max(0, longest - suffix.length()));
    var ids =
        Stream.of("Zoë ", "王", "a/b?c&d=e#f%20", "\uD83D\uDE00", "..", "A_b-9")
            .map(prefix -> prefix + suffix);
    for (String id : Stream.concat(ids, Stream.of(padded)).filter(this::isAllowed).toList()) {
      PersonId person = fixtures().deleteAfterTest(PersonId.of(id));
      boolean named = library().capabilities().offers(Capability.NAMED_GROUPS);
      GroupId group = named ? GroupId.of(id) : GroupId.DEFAULT;
      library().addPerson(AddPerson.of(person, group));

      assertThat(library().findPerson(person)).contains(Person.of(person, Set.of(group)));
      library().deletePerson(person); // frees its group: the limit of groups may be small
    }
  }

  @Test
  @Promise(12)
  @OpenQuestion("Are ids that differ only in case different ids?")
  default void distinguishesIdsThatDifferInCaseOnly() {
    assume().textLength(5);
    String id = harness().freshPerson().value();
    PersonId upper = PersonId.of(id.toUpperCase(Locale.ROOT));
    PersonId lower = PersonId.of(id.toLowerCase(Locale.ROOT));
    assumeTrue(
        isAllowed(upper.value()) && isAllowed(lower.value()),
        "the pattern of ids allows one case only");
    library().addPerson(AddPerson.of(fixtures().deleteAfterTest(upper)).withName("upper"));

    library().addPerson(AddPerson.of(fixtures().deleteAfterTest(lower)).withName("lower"));

    assertThat(library().findPerson(upper).orElseThrow().name()).isEqualTo("upper");
    assertThat(library().findPerson(lower).orElseThrow().name()).isEqualTo("lower");
  }

  private boolean isAllowed(String id) {
    return id.length() <= limits().idLength() && limits().idPattern().map(id::matches).orElse(true);
  }
}
