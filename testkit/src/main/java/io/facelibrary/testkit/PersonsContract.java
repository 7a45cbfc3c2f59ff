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

/** Adding, finding, updating and deleting persons. */
interface PersonsContract extends ContractPart {

  @Test
  @Promise(12)
  default void readsBackAPersonAsItWasAdded() {
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(
            AddPerson.of(person, groups.get(0), groups.get(1))
                .withName(fixtures().name("Ada"))
                .withNote(fixtures().note("x")));

    assertThat(library().findPerson(person))
        .contains(
            Person.of(person, Set.copyOf(groups))
                .withName(fixtures().name("Ada"))
                .withNote(fixtures().note("x")));
  }

  @Test
  @Promise(12)
  default void hasAnEmptyNameAndNoteWhenNoneWasGiven() {
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);

    assertThat(library().findPerson(person)).contains(Person.of(person, Set.of(group)));
  }

  @Test
  @Promise(12)
  default void findsNoPersonForAnUnknownId() {
    assertThat(library().findPerson(fixtures().newPersonId())).isEmpty();
  }

  @Test
  @Promise(13)
  default void refusesAnExistingIdAndChangesNothing() {
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().newPersonId();
    library().addPerson(AddPerson.of(person, groups.get(0)).withName(fixtures().name("Ada")));
    FaceId face = fixtures().addFace(person);
    var second =
        AddPerson.of(person, groups.get(1))
            .withName(fixtures().name("Grace"))
            .withNote(fixtures().note("again"));

    Failing.assertRefused(ErrorKind.ALREADY_EXISTS, () -> library().addPerson(second));

    assertThat(library().findPerson(person))
        .contains(Person.of(person, Set.of(groups.get(0))).withName(fixtures().name("Ada")));
    assertThat(fixtures().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise({13, 17})
  default void createsNoGroupForARefusedPerson() {
    assume().offers(Capability.LIST_PERSONS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0));
    var second = AddPerson.of(person, groups.get(1));

    Failing.assertRefused(ErrorKind.ALREADY_EXISTS, () -> library().addPerson(second));

    assertThat(library().listPersons(groups.get(1), PageRequest.first()).items()).isEmpty();
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson keep or clear a field that the request does not name?")
  default void updatesTheNameAndKeepsTheNote() {
    assume().textLength(6);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(AddPerson.of(person, fixtures().newGroupId()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withName("Grace"));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Grace", "first");
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson keep or clear a field that the request does not name?")
  default void updatesTheNoteAndKeepsTheName() {
    assume().textLength(6);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(AddPerson.of(person, fixtures().newGroupId()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withNote("second"));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Ada", "second");
  }

  @Test
  @Promise(14)
  @OpenQuestion("Does SetPerson clear a field that is given as an empty text?")
  default void clearsAFieldThatIsSetToAnEmptyText() {
    assume().textLength(6);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(AddPerson.of(person, fixtures().newGroupId()).withName("Ada").withNote("first"));

    library().updatePerson(UpdatePerson.of(person).withNote(""));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly("Ada", "");
  }

  @Test
  @Promise(14)
  default void changesNothingWhenAnUpdateNamesNoField() {
    assume().textLength(6);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(AddPerson.of(person, fixtures().newGroupId()).withName("Ada").withNote("first"));
    var before = library().findPerson(person);

    library().updatePerson(UpdatePerson.of(person));

    assertThat(library().findPerson(person)).isEqualTo(before);
  }

  @Test
  @Promise(14)
  default void keepsGroupsAndFacesWhenAPersonIsUpdated() {
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0), groups.get(1));
    FaceId face = fixtures().addFace(person);

    library()
        .updatePerson(
            UpdatePerson.of(person)
                .withName(fixtures().name("Grace"))
                .withNote(fixtures().note("x")));

    assertThat(library().findPerson(person).orElseThrow().groups())
        .containsExactlyInAnyOrderElementsOf(groups);
    assertThat(fixtures().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(14)
  default void refusesToUpdateAnUnknownPerson() {
    PersonId unknown = fixtures().newPersonId();

    Failing.assertRefused(
        ErrorKind.NOT_FOUND,
        () -> library().updatePerson(UpdatePerson.of(unknown).withName(fixtures().name("x"))));

    assertThat(library().findPerson(unknown)).isEmpty();
  }

  @Test
  @Promise(15)
  default void deletesAPersonWithItsMemberships() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    PersonId other = fixtures().addPersonTo(group);

    boolean deleted = library().deletePerson(person);

    assertThat(deleted).isTrue();
    assertThat(library().findPerson(person)).isEmpty();
    assertThat(library().listPersons(group, PageRequest.first()).items()).containsExactly(other);
  }

  @Test
  @Promise(15)
  default void startsEmptyWhenADeletedPersonIsAddedAgain() {
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().newPersonId();
    library()
        .addPerson(
            AddPerson.of(person, groups.get(0))
                .withName(fixtures().name("Ada"))
                .withNote(fixtures().note("x")));
    fixtures().addFace(person);
    library().deletePerson(person);

    library().addPerson(AddPerson.of(person, groups.get(1)));

    assertThat(library().findPerson(person)).contains(Person.of(person, Set.of(groups.get(1))));
    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(15)
  default void returnsFalseWhenTheDeletedPersonIsUnknown() {
    PersonId person = fixtures().addPerson();

    assertThat(library().deletePerson(fixtures().newPersonId())).isFalse();
    assertThat(library().deletePerson(person)).isTrue();
    assertThat(library().deletePerson(person)).isFalse();
  }

  @Test
  @Promise(15)
  default void keepsOtherPersonsWhenOneIsDeleted() {
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    PersonId other = fixtures().addPersonTo(group);
    FaceId face = fixtures().addFace(other);

    library().deletePerson(person);

    assertThat(library().findPerson(other)).contains(Person.of(other, Set.of(group)));
    assertThat(fixtures().facesOf(other)).containsExactly(face);
  }
}
