package io.facelibrary.transfer;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes sure that a person is in a library and in its groups. */
record PersonUpserter(FaceLibrary library, TargetRules rules, boolean isPlan, boolean isResumed) {

  /** Puts a person who is in the library into the groups of the source. */
  void update(Person known, PersonToCopy wanted, Set<GroupId> groups) {
    Set<GroupId> missing = new LinkedHashSet<>(groups);
    missing.removeAll(known.groups());
    rules.checkKnown(known, missing);
    if (isPlan) {
      return;
    }
    if (!missing.isEmpty()) {
      library.joinGroups(known.id(), missing);
    }
    if (isResumed
        && wanted.isExact()
        && groups.isEmpty()
        && known.groups().contains(GroupId.DEFAULT)) {
      // An earlier run may have ended between adding the person and this call.
      library.leaveGroups(known.id(), Set.of(GroupId.DEFAULT));
    }
  }

  /** Adds a person without faces. */
  void add(NewPerson person) {
    if (isPlan) {
      return;
    }
    try {
      library.addPerson(person.request());
    } catch (FaceLibraryException e) {
      // Another program may have added the person since the lookup.
      if (e.kind() != ErrorKind.ALREADY_EXISTS) {
        throw e;
      }
    }
    person.leaveGroups(library);
  }
}
