package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists in pages. A shared library may list the groups of other users among those of a test. */
interface PagingContract extends ContractPart {
  /** One, a divisor of the number of elements and its neighbors, all, and more than all. */
  List<Integer> PAGE_SIZES = List.of(1, 2, 3, 4, 5, 6, 7, PageRequest.MAX_SIZE);

  /** Elements of a short list: few, since a group may be expensive in a remote library. */
  int LISTED = 6;

  /** Page sizes of a long list. */
  List<Integer> LONG_LIST_PAGE_SIZES = List.of(1, 7, 10, 25, 100);

  /** Persons of a long list: more than the usual page of a service. */
  int MANY_PERSONS = 120;

  /** Groups of a long list, unless the library may hold fewer. */
  int MANY_GROUPS = 30;

  private List<PersonId> listPersonsOf(GroupId group, int size) {
    return Paging.all(PageRequest.first(size), page -> library().listPersons(group, page));
  }

  private List<GroupId> listAmong(Set<GroupId> groups, int size) {
    return Paging.all(PageRequest.first(size), page -> library().listGroups(page)).stream()
        .filter(groups::contains)
        .toList();
  }

  @Test
  @Promise(18)
  default void listsEachPersonOfAGroupOnceAtAnyPageSize() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    Set<PersonId> persons = new HashSet<>();
    while (persons.size() < LISTED) {
      persons.add(fixtures().addPersonTo(group));
    }

    assertThat(PAGE_SIZES)
        .allSatisfy(
            size ->
                assertThat(listPersonsOf(group, size))
                    .containsExactlyInAnyOrderElementsOf(persons));
  }

  @Test
  @Promise(18)
  default void keepsTheOrderOfPersonsAtAnyPageSize() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    Fixtures.indices(LISTED).forEach(i -> fixtures().addPersonTo(group));
    List<PersonId> order = listPersonsOf(group, PageRequest.MAX_SIZE);

    assertThat(PAGE_SIZES)
        .allSatisfy(size -> assertThat(listPersonsOf(group, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void listsEachGroupOnceAtAnyPageSize() {
    assume().offers(Capability.LIST_GROUPS);
    Set<GroupId> groups = Set.copyOf(fixtures().newGroupIds(LISTED));
    groups.forEach(fixtures()::addPersonTo);

    assertThat(PAGE_SIZES)
        .allSatisfy(
            size ->
                assertThat(listAmong(groups, size)).containsExactlyInAnyOrderElementsOf(groups));
  }

  @Test
  @Promise(18)
  default void keepsTheOrderOfGroupsAtAnyPageSize() {
    assume().offers(Capability.LIST_GROUPS);
    Set<GroupId> groups = Set.copyOf(fixtures().newGroupIds(LISTED));
    groups.forEach(fixtures()::addPersonTo);
    List<GroupId> order = listAmong(groups, PageRequest.MAX_SIZE);

    assertThat(PAGE_SIZES).allSatisfy(size -> assertThat(listAmong(groups, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void listsEachOfManyPersonsOnceInAStableOrderAtAnyPageSize() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    Set<PersonId> persons = new HashSet<>();
    while (persons.size() < MANY_PERSONS) {
      persons.add(fixtures().addPersonTo(group));
    }
    List<PersonId> order = listPersonsOf(group, PageRequest.MAX_SIZE);

    assertThat(order).containsExactlyInAnyOrderElementsOf(persons);
    assertThat(LONG_LIST_PAGE_SIZES)
        .allSatisfy(size -> assertThat(listPersonsOf(group, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void listsEachOfManyGroupsOnceInAStableOrderAtAnyPageSize() {
    assume().offers(Capability.LIST_GROUPS);
    int count = Math.min(MANY_GROUPS, limits().groups().orElse(MANY_GROUPS + 1) - 1);
    assume().groups(LISTED + 1);
    List<GroupId> created = fixtures().newGroupIds(count);
    int most = limits().groupsPerPerson().orElse(count);
    for (int i = 0; i < count; i += most) {
      fixtures().addPersonTo(created.subList(i, Math.min(count, i + most)).toArray(GroupId[]::new));
    }
    Set<GroupId> groups = Set.copyOf(created);
    List<GroupId> order = listAmong(groups, PageRequest.MAX_SIZE);

    assertThat(order).containsExactlyInAnyOrderElementsOf(groups);
    assertThat(LONG_LIST_PAGE_SIZES)
        .allSatisfy(size -> assertThat(listAmong(groups, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void refusesATokenThatWasNeverIssued() {
    assume().offers(Capability.LIST_PERSONS);
    GroupId group = fixtures().newGroupId();
    fixtures().addPersonTo(group);

    assertThat(List.of("", "no-token", "-1", "%00", "王"))
        .allSatisfy(
            token ->
                Failing.assertInvalid(
                    "page.token",
                    () -> library().listPersons(group, PageRequest.first().after(token))));
  }

  @Test
  @Promise(18)
  default void refusesATokenFromTheListOfAnotherGroup() {
    assume().offers(Capability.LIST_PERSONS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    String token = addPersonsAndGetToken(groups.get(0));
    addPersonsAndGetToken(groups.get(1));
    PageRequest foreign = PageRequest.first(1).after(token);

    Failing.assertInvalid("page.token", () -> library().listPersons(groups.get(1), foreign));
  }

  @Test
  @Promise(18)
  default void refusesATokenFromPersonsWhenListingGroups() {
    assume().offers(Capability.LIST_PERSONS);
    assume().offers(Capability.LIST_GROUPS);
    PageRequest foreign =
        PageRequest.first(1).after(addPersonsAndGetToken(fixtures().newGroupId()));

    Failing.assertInvalid("page.token", () -> library().listGroups(foreign));
  }

  @Test
  @Promise(18)
  default void refusesATokenFromGroupsWhenListingPersons() {
    assume().offers(Capability.LIST_PERSONS);
    assume().offers(Capability.LIST_GROUPS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    groups.forEach(fixtures()::addPersonTo);
    Optional<String> token = library().listGroups(PageRequest.first(1)).next();
    PageRequest foreign = PageRequest.first(1).after(token.orElseThrow());

    Failing.assertInvalid("page.token", () -> library().listPersons(groups.get(0), foreign));
  }

  /** Adds two persons to a group and returns the token of the page after the first person. */
  private String addPersonsAndGetToken(GroupId group) {
    fixtures().addPersonTo(group);
    fixtures().addPersonTo(group);
    return library().listPersons(group, PageRequest.first(1)).next().orElseThrow();
  }
}
