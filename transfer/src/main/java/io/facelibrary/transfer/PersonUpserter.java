package io.facelibrary.transfer;

import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes sure that a person is in a library and in its groups. */
record PersonUpserter(FaceLibrary library, boolean isPlan, boolean isResumed) {

  /** Returns whether the person was not in the library before. */
  boolean upsert(PersonId person, PersonToCopy wanted, TargetRules rules) {
    Set<GroupId> groups = rules.groups(wanted.groups());
    Optional<Person> known = library.findPerson(person);
    if (isPlan) {
      return known.isEmpty();
    }
    if (known.isPresent()) {
      join(known.get(), groups);
      if (isResumed && wanted.isExact() && groups.isEmpty()) {
        // An earlier run may have ended between adding the person and this call.
        library.leaveGroups(person, Set.of(GroupId.DEFAULT));
      }
      return false;
    }
    add(person, wanted, groups);
    return true;
  }

  private void join(Person known, Set<GroupId> groups) {
    Set<GroupId> missing = new LinkedHashSet<>(groups);
    missing.removeAll(known.groups());
    if (!missing.isEmpty()) {
      library.joinGroups(known.id(), missing);
    }
  }

  private void add(PersonId person, PersonToCopy wanted, Set<GroupId> groups) {
    Set<GroupId> first = groups.isEmpty() ? Set.of(GroupId.DEFAULT) : groups;
    try {
      library.addPerson(
          AddPerson.of(person, first)
              .withName(wanted.name().orElse(""))
              .withNote(wanted.note().orElse("")));
    } catch (FaceLibraryException e) {
      // Another program may have added the person since the lookup.
      if (e.kind() != ErrorKind.ALREADY_EXISTS) {
        throw e;
      }
    }
    if (wanted.isExact() && groups.isEmpty()) {
      library.leaveGroups(person, first);
    }
  }
}
