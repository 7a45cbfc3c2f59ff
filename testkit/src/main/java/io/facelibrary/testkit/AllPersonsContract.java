package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of all persons. A shared library may list persons of other users among them. */
interface AllPersonsContract extends ContractPart {
  /** One, a size that does not divide the number of persons, and more than all. */
  List<Integer> SIZES = List.of(1, 7, 100);

  /** Persons of a list: more than one page of the second size. */
  int PERSONS = 20;

  private List<PersonId> listAmong(Set<PersonId> persons, int size) {
    return Paging.all(PageRequest.first(size), page -> library().listPersons(page)).stream()
        .filter(persons::contains)
        .toList();
  }

  private Set<PersonId> addPersons() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    Set<PersonId> persons = new HashSet<>();
    while (persons.size() < PERSONS) {
      persons.add(fixtures().addPerson());
    }
    return persons;
  }

  @Test
  @Promise({18, 33})
  default void listsEachPersonOnceInAStableOrderAtAnyPageSize() {
    Set<PersonId> persons = addPersons();
    List<PersonId> order = listAmong(persons, PageRequest.MAX_SIZE);

    assertThat(order).containsExactlyInAnyOrderElementsOf(persons);
    assertThat(SIZES).allSatisfy(size -> assertThat(listAmong(persons, size)).isEqualTo(order));
  }

  @Test
  @Promise(33)
  default void listsPersonsOfEveryGroup() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    Set<PersonId> persons =
        Set.of(fixtures().addPersonTo(groups.get(0)), fixtures().addPersonTo(groups.get(1)));

    assertThat(listAmong(persons, 7)).containsExactlyInAnyOrderElementsOf(persons);
  }

  @Test
  @Promise(33)
  default void listsAPersonInNoGroup() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    assume().regrouping();
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    PersonId person = fixtures().addPerson();

    library().leaveGroups(person, Set.of(fixtures().sharedGroup()));

    assertThat(listAmong(Set.of(person), 100)).containsExactly(person);
  }

  @Test
  @Promise(33)
  default void doesNotListADeletedPerson() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    PersonId person = fixtures().addPerson();
    PersonId other = fixtures().addPerson();

    library().deletePerson(person);

    assertThat(listAmong(Set.of(person, other), 100)).containsExactly(other);
  }

  @Test
  @Promise({18, 33})
  default void refusesATokenThatWasNeverIssuedForAllPersons() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    if (library().capabilities().offers(Capability.WRITES)) {
      fixtures().addPerson();
    }

    assertThat(List.of("", "no-token", "-1", "%00"))
        .allSatisfy(
            token ->
                Failing.assertInvalid(
                    "page.token", () -> library().listPersons(PageRequest.first().after(token))));
  }

  @Test
  @Promise({18, 33})
  default void refusesATokenOfAnyOtherList() {
    assume().offers(Capability.LIST_ALL_PERSONS);
    assume().offers(Capability.LIST_PERSONS);
    fixtures().addPerson();
    fixtures().addPerson();
    GroupId group = fixtures().sharedGroup();
    PageRequest one = PageRequest.first(1);
    String ofGroup = library().listPersons(group, one).next().orElseThrow();
    String ofAll = library().listPersons(one).next().orElseThrow();

    Failing.assertInvalid("page.token", () -> library().listPersons(one.after(ofGroup)));
    Failing.assertInvalid("page.token", () -> library().listPersons(group, one.after(ofAll)));
    if (library().capabilities().offers(Capability.LIST_GROUPS)) {
      Failing.assertInvalid("page.token", () -> library().listGroups(one.after(ofAll)));
    }
  }
}
