package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What adding, finding, updating and deleting persons promises. */
interface PersonsContract extends ContractPart {

  @Test
  @Promise(12)
  default void readsBackAPersonAsItWasAdded() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().nobody();
    library()
        .addPerson(
            AddPerson.of(person, groups.get(0), groups.get(1)).withName("Ada").withNote("x"));

    assertThat(library().findPerson(person))
        .contains(new Person(person, "Ada", "x", Set.copyOf(groups)));
  }

  @Test
  @Promise(12)
  default void hasNoNameAndNoNoteWhereNoneWasGiven() {
    GroupId group = given().group();
    PersonId person = given().personIn(group);

    assertThat(library().findPerson(person)).contains(new Person(person, "", "", Set.of(group)));
  }

  @Test
  @Promise(12)
  default void findsNobodyOfAnUnknownId() {
    assertThat(library().findPerson(given().nobody())).isEmpty();
  }

  @Test
  @Promise(13)
  default void refusesAKnownIdAndChangesNothing() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, groups.get(0)).withName("Ada"));
    FaceId face = given().face(person);
    var second = AddPerson.of(person, groups.get(1)).withName("Grace").withNote("again");

    Failing.refused(ErrorKind.ALREADY_EXISTS, () -> library().addPerson(second));

    assertThat(library().findPerson(person))
        .contains(new Person(person, "Ada", "", Set.of(groups.get(0))));
    assertThat(given().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise({13, 17})
  default void makesNoGroupForAPersonItRefuses() {
    given().offered(Capability.LIST_PERSONS);
    List<GroupId> groups = given().groups(2);
    PersonId person = given().personIn(groups.get(0));
    var second = AddPerson.of(person, groups.get(1));

    Failing.refused(ErrorKind.ALREADY_EXISTS, () -> library().addPerson(second));

    assertThat(library().listPersons(groups.get(1), PageRequest.first()).items()).isEmpty();
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson keep or clear a field that the request does not name?")
  default void updatesTheNameAndKeepsTheNote() {
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, given().group()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withName("Grace"));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Grace", "first");
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson keep or clear a field that the request does not name?")
  default void updatesTheNoteAndKeepsTheName() {
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, given().group()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withNote("second"));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Ada", "second");
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson clear a field that is given as an empty text?")
  default void clearsAFieldThatIsNamedWithAnEmptyText() {
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, given().group()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withNote(""));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Ada", "");
  }

  @Test
  @Promise(14)
  default void changesNothingWhenAnUpdateNamesNoField() {
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, given().group()).withName("Ada").withNote("first"));
    var before = library().findPerson(person);

    library().updatePerson(UpdatePerson.of(person));

    assertThat(library().findPerson(person)).isEqualTo(before);
  }

  @Test
  @Promise(14)
  default void keepsGroupsAndFacesWhenAPersonIsUpdated() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().personIn(groups.get(0), groups.get(1));
    FaceId face = given().face(person);

    library().updatePerson(UpdatePerson.of(person).withName("Grace").withNote("x"));

    assertThat(library().findPerson(person).orElseThrow().groups())
        .containsExactlyInAnyOrderElementsOf(groups);
    assertThat(given().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(14)
  default void refusesToUpdateAnUnknownPerson() {
    PersonId nobody = given().nobody();

    Failing.refused(
        ErrorKind.NOT_FOUND, () -> library().updatePerson(UpdatePerson.of(nobody).withName("x")));

    assertThat(library().findPerson(nobody)).isEmpty();
  }

  @Test
  @Promise(15)
  default void deletesAPersonWithItsMemberships() {
    given().offered(Capability.LIST_PERSONS);
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    PersonId other = given().personIn(group);

    boolean deleted = library().deletePerson(person);

    assertThat(deleted).isTrue();
    assertThat(library().findPerson(person)).isEmpty();
    assertThat(library().listPersons(group, PageRequest.first()).items()).containsExactly(other);
  }

  @Test
  @Promise(15)
  default void startsAfreshWhenADeletedPersonIsAddedAgain() {
    List<GroupId> groups = given().groups(2);
    PersonId person = given().nobody();
    library().addPerson(AddPerson.of(person, groups.get(0)).withName("Ada").withNote("x"));
    given().face(person);
    library().deletePerson(person);

    library().addPerson(AddPerson.of(person, groups.get(1)));

    assertThat(library().findPerson(person))
        .contains(new Person(person, "", "", Set.of(groups.get(1))));
    assertThat(given().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(15)
  default void answersFalseWhenTheDeletedPersonIsUnknown() {
    PersonId person = given().person();

    assertThat(library().deletePerson(given().nobody())).isFalse();
    assertThat(library().deletePerson(person)).isTrue();
    assertThat(library().deletePerson(person)).isFalse();
  }

  @Test
  @Promise(15)
  default void leavesOtherPersonsWhenOneIsDeleted() {
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    PersonId other = given().personIn(group);
    FaceId face = given().face(other);

    library().deletePerson(person);

    assertThat(library().findPerson(other)).contains(new Person(other, "", "", Set.of(group)));
    assertThat(given().facesOf(other)).containsExactly(face);
  }
}
