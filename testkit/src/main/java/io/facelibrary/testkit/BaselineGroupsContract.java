package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The baseline capabilities about groups, and the exact behavior of a library without them. */
interface BaselineGroupsContract extends ContractPart {

  private Set<GroupId> groupsOf(PersonId person) {
    return library().findPerson(person).orElseThrow().groups();
  }

  @Test
  @Promise(35)
  default void keepsAPersonInAGroupThatTheCallerNames() {
    assume().offers(Capability.NAMED_GROUPS);
    GroupId group = fixtures().newGroupId();

    assertThat(groupsOf(fixtures().addPersonTo(group))).containsExactly(group);
  }

  @Test
  @Promise(35)
  default void refusesToAddToNamedGroupsWhenTheyAreNotOffered() {
    assume().doesNotOffer(Capability.NAMED_GROUPS);
    assume().offers(Capability.WRITES);
    PersonId person = fixtures().newPersonId();
    GroupId named = harness().freshGroup();
    List<FaceImage> images = fixtures().newImages(1);

    if (bare().capabilities().offers(Capability.PERSONS_WITHOUT_FACES)) {
      Failing.assertUnsupported(
          Capability.NAMED_GROUPS, () -> bare().addPerson(AddPerson.of(person, named)));
    }
    Failing.assertUnsupported(
        Capability.NAMED_GROUPS, () -> bare().enrol(AddPerson.of(person, named), images));

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(35)
  default void refusesToReadNamedGroupsWhenTheyAreNotOffered() {
    assume().doesNotOffer(Capability.NAMED_GROUPS);
    assume().offers(Capability.SEARCH);
    GroupId named = harness().freshGroup();
    FaceImage image = fixtures().newImage();

    Failing.assertUnsupported(
        Capability.NAMED_GROUPS, () -> bare().search(fixtures().search(image, named)));
    if (bare().capabilities().offers(Capability.LIST_PERSONS)) {
      Failing.assertUnsupported(
          Capability.NAMED_GROUPS, () -> bare().listPersons(named, PageRequest.first()));
    }
  }

  @Test
  @Promise(35)
  default void keepsEveryPersonInTheOnlyGroupWhenGroupsHaveNoNames() {
    assume().doesNotOffer(Capability.NAMED_GROUPS);
    PersonId person = fixtures().addPerson();
    Set<GroupId> only = Set.of(GroupId.DEFAULT);
    Set<GroupId> named = Set.of(harness().freshGroup());

    bare().joinGroups(person, only);
    Failing.assertUnsupported(Capability.NAMED_GROUPS, () -> bare().joinGroups(person, named));
    Failing.assertUnsupported(Capability.NAMED_GROUPS, () -> bare().leaveGroups(person, only));
    Failing.assertUnsupported(Capability.NAMED_GROUPS, () -> bare().leaveGroups(person, named));

    assertThat(groupsOf(person)).isEqualTo(only);
  }

  @Test
  @Promise(35)
  default void movesAPersonToAnotherGroup() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0));

    library().joinGroups(person, Set.of(groups.get(1)));
    library().leaveGroups(person, Set.of(groups.get(0)));

    assertThat(groupsOf(person)).containsExactly(groups.get(1));
  }

  @Test
  @Promise(35)
  default void refusesToRegroupAPersonUnlessNothingChanges() {
    assume().doesNotOffer(Capability.REGROUPING);
    List<GroupId> groups = fixtures().newGroupIds(2);
    Set<GroupId> own = Set.of(groups.get(0));
    Set<GroupId> other = Set.of(groups.get(1));
    PersonId person = fixtures().addPersonTo(groups.get(0));
    PersonId unknown = fixtures().newPersonId();

    library().joinGroups(person, own);
    library().leaveGroups(person, other);
    Failing.assertUnsupported(Capability.REGROUPING, () -> library().joinGroups(person, other));
    Failing.assertUnsupported(
        Capability.REGROUPING, () -> library().joinGroups(person, Set.copyOf(groups)));
    Failing.assertUnsupported(Capability.REGROUPING, () -> library().leaveGroups(person, own));
    Failing.assertUnsupported(
        Capability.REGROUPING, () -> library().leaveGroups(person, Set.copyOf(groups)));
    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().joinGroups(unknown, own));

    assertThat(groupsOf(person)).isEqualTo(own);
  }

  @Test
  @Promise(35)
  default void refusesToLeaveTheLastGroupWhenAPersonNeedsOne() {
    assume().doesNotOffer(Capability.PERSONS_WITHOUT_GROUPS);
    assume().regrouping();
    assume().groupsPerPerson(2);
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = fixtures().addPersonTo(groups.get(0), groups.get(1));

    Failing.assertUnsupported(
        Capability.PERSONS_WITHOUT_GROUPS, () -> library().leaveGroups(person, Set.copyOf(groups)));
    assertThat(groupsOf(person)).containsExactlyInAnyOrderElementsOf(groups);
    library().leaveGroups(person, Set.of(groups.get(0)));
    Failing.assertUnsupported(
        Capability.PERSONS_WITHOUT_GROUPS,
        () -> library().leaveGroups(person, Set.of(groups.get(1))));

    assertThat(groupsOf(person)).containsExactly(groups.get(1));
  }
}
