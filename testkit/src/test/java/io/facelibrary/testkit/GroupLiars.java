package io.facelibrary.testkit;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries with defects in groups. */
final class GroupLiars {
  private GroupLiars() {}

  private static Liar liar(String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.of(defect, GroupsContract.class, caughtBy, layer);
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "leaves the other groups when one is joined",
            "createsAMissingGroupWhenAPersonJoinsIt",
            Moving::new),
        liar(
            "refuses to leave a group it is not in",
            "allowsAPersonToLeaveAGroupItIsNotIn",
            Strict::new),
        liar(
            "refuses to join a group that is missing",
            "createsAMissingGroupWhenAPersonJoinsIt",
            Strict::new),
        liar(
            "deletes a person that left its last group",
            "keepsAPersonThatLeftItsLastGroup",
            Tidy::new),
        liar(
            "lists a group after its last person left",
            "listsAGroupUntilItsLastPersonLeaves",
            Hoarding::new),
        liar(
            "lists a group after its last person was deleted",
            "listsAGroupUntilItsLastPersonIsDeleted",
            Hoarding::new),
        liar(
            "creates groups for unknown persons",
            "createsNoGroupForAnUnknownPerson",
            Hoarding::new),
        liar(
            "fails for a group without persons",
            "listsNoPersonsInAGroupThatDoesNotExist",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
                    Page<PersonId> persons = super.listPersons(group, page);
                    if (persons.items().isEmpty()) {
                      throw FaceLibraryException.of(
                          ErrorKind.NOT_FOUND, Effect.NONE, "there is no such group");
                    }
                    return persons;
                  }
                }),
        liar(
            "lists the persons of every group",
            "listsThePersonsOfAGroup",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
                    return Page.last(
                        delegate().listGroups(PageRequest.first()).items().stream()
                            .flatMap(it -> delegate().listPersons(it, page).items().stream())
                            .distinct()
                            .toList());
                  }
                }),
        Liar.limitless(
            "ignores the limit of groups",
            GroupLimitContract.class,
            "refusesToJoinAGroupBeyondTheLimitAndChangesNothing",
            bare -> bare),
        Liar.of(
            "joins only the groups that fit",
            GroupLimitContract.class,
            "joinsNoneOfSeveralGroupsWhenNotAllFit",
            honest ->
                new ForwardingFaceLibrary(honest) {
                  @Override
                  public void joinGroups(PersonId person, Set<GroupId> groups) {
                    groups.forEach(group -> delegate().joinGroups(person, Set.of(group)));
                  }
                }),
        Liar.of(
            "adds a person whose group it refuses",
            GroupLimitContract.class,
            "refusesAPersonWhoseGroupIsBeyondTheLimit",
            HalfAdding::new));
  }

  private static final class Moving extends ForwardingFaceLibrary {
    Moving(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void joinGroups(PersonId person, Set<GroupId> groups) {
      findPerson(person).ifPresent(it -> leaveGroups(person, it.groups()));
      super.joinGroups(person, groups);
    }
  }

  private static final class Strict extends ForwardingFaceLibrary {
    Strict(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void leaveGroups(PersonId person, Set<GroupId> groups) {
      if (!findPerson(person).orElseThrow().groups().containsAll(groups)) {
        throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "is not in the group");
      }
      super.leaveGroups(person, groups);
    }

    @Override
    public void joinGroups(PersonId person, Set<GroupId> groups) {
      if (!listGroups(PageRequest.first()).items().containsAll(groups)) {
        throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "there is no such group");
      }
      super.joinGroups(person, groups);
    }
  }

  private static final class Tidy extends ForwardingFaceLibrary {
    Tidy(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void leaveGroups(PersonId person, Set<GroupId> groups) {
      super.leaveGroups(person, groups);
      if (findPerson(person).orElseThrow().groups().isEmpty()) {
        deletePerson(person);
      }
    }
  }

  private static final class Hoarding extends ForwardingFaceLibrary {
    private final Set<GroupId> seen = new LinkedHashSet<>();

    Hoarding(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public synchronized void addPerson(AddPerson request) {
      seen.addAll(request.groups());
      super.addPerson(request);
    }

    @Override
    public synchronized void joinGroups(PersonId person, Set<GroupId> groups) {
      seen.addAll(groups);
      super.joinGroups(person, groups);
    }

    @Override
    public synchronized Page<GroupId> listGroups(PageRequest page) {
      return Page.last(List.copyOf(seen));
    }
  }

  private static final class HalfAdding extends ForwardingFaceLibrary {
    HalfAdding(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public void addPerson(AddPerson request) {
      try {
        super.addPerson(request);
      } catch (FaceLibraryException e) {
        if (e.kind() == ErrorKind.QUOTA_EXCEEDED) {
          GroupId any = listGroups(PageRequest.first()).items().get(0);
          super.addPerson(AddPerson.of(request.person(), any));
        }
        throw e;
      }
    }
  }
}
