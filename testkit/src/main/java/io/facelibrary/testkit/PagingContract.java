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

/** What lists in pages promise. Other people's groups may be listed among those of a test. */
interface PagingContract extends ContractPart {
  /** One, a divisor of the number of elements and its neighbours, all, and more than all. */
  List<Integer> PAGE_SIZES = List.of(1, 2, 3, 4, 5, 6, 7, PageRequest.MAX_SIZE);

  /** How many are listed: small, as a group in a library may be dear. */
  int LISTED = 6;

  private List<PersonId> personsIn(GroupId group, int size) {
    return Paging.all(PageRequest.first(size), page -> library().listPersons(group, page));
  }

  private List<GroupId> listedAmong(Set<GroupId> groups, int size) {
    return Paging.all(PageRequest.first(size), page -> library().listGroups(page)).stream()
        .filter(groups::contains)
        .toList();
  }

  @Test
  @Promise(18)
  default void visitsEachPersonOfAGroupOnceAtAnyPageSize() {
    given().offered(Capability.LIST_PERSONS);
    GroupId group = given().group();
    Set<PersonId> persons = new HashSet<>();
    while (persons.size() < LISTED) {
      persons.add(given().personIn(group));
    }

    assertThat(PAGE_SIZES)
        .allSatisfy(
            size ->
                assertThat(personsIn(group, size)).containsExactlyInAnyOrderElementsOf(persons));
  }

  @Test
  @Promise(18)
  default void keepsTheOrderOfPersonsAtAnyPageSize() {
    given().offered(Capability.LIST_PERSONS);
    GroupId group = given().group();
    Given.countTo(LISTED).forEach(i -> given().personIn(group));
    List<PersonId> order = personsIn(group, PageRequest.MAX_SIZE);

    assertThat(PAGE_SIZES).allSatisfy(size -> assertThat(personsIn(group, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void visitsEachGroupOnceAtAnyPageSize() {
    given().offered(Capability.LIST_GROUPS);
    Set<GroupId> groups = Set.copyOf(given().groups(LISTED));
    groups.forEach(given()::personIn);

    assertThat(PAGE_SIZES)
        .allSatisfy(
            size ->
                assertThat(listedAmong(groups, size)).containsExactlyInAnyOrderElementsOf(groups));
  }

  @Test
  @Promise(18)
  default void keepsTheOrderOfGroupsAtAnyPageSize() {
    given().offered(Capability.LIST_GROUPS);
    Set<GroupId> groups = Set.copyOf(given().groups(LISTED));
    groups.forEach(given()::personIn);
    List<GroupId> order = listedAmong(groups, PageRequest.MAX_SIZE);

    assertThat(PAGE_SIZES)
        .allSatisfy(size -> assertThat(listedAmong(groups, size)).isEqualTo(order));
  }

  @Test
  @Promise(18)
  default void refusesATokenThatIsNone() {
    given().offered(Capability.LIST_PERSONS);
    GroupId group = given().group();
    given().personIn(group);

    assertThat(List.of("", "no-token", "-1", "%00", "王"))
        .allSatisfy(
            token ->
                Failing.invalid(
                    "page.token",
                    () -> library().listPersons(group, PageRequest.first().after(token))));
  }

  @Test
  @Promise(18)
  default void refusesATokenOfTheListOfAnotherGroup() {
    given().offered(Capability.LIST_PERSONS);
    List<GroupId> groups = given().groups(2);
    String token = tokenOfPersons(groups.get(0));
    tokenOfPersons(groups.get(1));
    PageRequest foreign = PageRequest.first(1).after(token);

    Failing.invalid("page.token", () -> library().listPersons(groups.get(1), foreign));
  }

  @Test
  @Promise(18)
  default void refusesATokenOfPersonsWhereGroupsAreListed() {
    given().offered(Capability.LIST_PERSONS);
    given().offered(Capability.LIST_GROUPS);
    PageRequest foreign = PageRequest.first(1).after(tokenOfPersons(given().group()));

    Failing.invalid("page.token", () -> library().listGroups(foreign));
  }

  @Test
  @Promise(18)
  default void refusesATokenOfGroupsWherePersonsAreListed() {
    given().offered(Capability.LIST_PERSONS);
    given().offered(Capability.LIST_GROUPS);
    List<GroupId> groups = given().groups(2);
    groups.forEach(given()::personIn);
    Optional<String> token = library().listGroups(PageRequest.first(1)).next();
    PageRequest foreign = PageRequest.first(1).after(token.orElseThrow());

    Failing.invalid("page.token", () -> library().listPersons(groups.get(0), foreign));
  }

  /** Puts two persons into a group and returns what leads from the first to the second. */
  private String tokenOfPersons(GroupId group) {
    given().personIn(group);
    given().personIn(group);
    return library().listPersons(group, PageRequest.first(1)).next().orElseThrow();
  }
}
