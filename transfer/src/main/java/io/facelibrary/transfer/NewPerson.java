package io.facelibrary.transfer;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.Set;

/**
 * A person to add to a library.
 *
 * @param isUngrouped whether the person is in no group. A person is always added to a group, and
 *     then leaves it.
 */
record NewPerson(AddPerson request, boolean isUngrouped) {

  /**
   * Returns the person of a source.
   *
   * @param groups empty for a person in no group, or in the default group if the source does not
   *     say
   */
  static NewPerson of(PersonId person, PersonToCopy wanted, Set<GroupId> groups) {
    return new NewPerson(
        AddPerson.of(person, groups.isEmpty() ? Set.of(GroupId.DEFAULT) : groups)
            .withName(wanted.name().orElse(""))
            .withNote(wanted.note().orElse("")),
        wanted.isExact() && groups.isEmpty());
  }

  /** Takes a person in no group out of the group that it was added to. */
  void leaveGroups(FaceLibrary library) {
    if (isUngrouped) {
      library.leaveGroups(request.person(), request.groups());
    }
  }
}
