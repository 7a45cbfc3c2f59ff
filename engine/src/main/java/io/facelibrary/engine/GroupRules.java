package io.facelibrary.engine;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.UnsupportedCapabilityException;
import java.util.HashSet;
import java.util.Set;

/** The rules for the groups of one person. A rule reads the groups only if it needs them. */
final class GroupRules {
  private static final Reads GROUPS = Reads.of(Part.GROUPS);

  private final int groupsPerPerson;
  private final boolean needsGroup;

  GroupRules(Capabilities capabilities) {
    groupsPerPerson = capabilities.limits().groupsPerPerson().orElse(Integer.MAX_VALUE);
    needsGroup = !capabilities.offers(Capability.PERSONS_WITHOUT_GROUPS);
  }

  /** All that {@link #join} reads. */
  Reads readsOfJoin() {
    return groupsPerPerson == Integer.MAX_VALUE ? Reads.NOTHING : GROUPS;
  }

  /** All that {@link #leave} reads. */
  Reads readsOfLeave() {
    return needsGroup ? GROUPS : Reads.NOTHING;
  }

  /** Joins groups. The result is false if the person would be in too many. */
  Decision<Boolean> join(PersonSnapshot person, Set<GroupId> joined) {
    if (groupsPerPerson < Integer.MAX_VALUE) {
      Set<GroupId> all = new HashSet<>(person.groups());
      if (all.addAll(joined) && all.size() > groupsPerPerson) {
        return Decision.unchanged(false);
      }
    }
    return Decision.of(true, PersonChange.NONE.joining(joined));
  }

  /** Leaves groups. The result is false if the person would be in none and must be in one. */
  Decision<Boolean> leave(PersonSnapshot person, Set<GroupId> left) {
    if (needsGroup) {
      Set<GroupId> groups = person.groups();
      if (!groups.isEmpty() && left.containsAll(groups)) {
        return Decision.unchanged(false);
      }
    }
    return Decision.of(true, PersonChange.NONE.leaving(left));
  }

  FaceLibraryException tooManyGroups() {
    return FaceLibraryException.of(
        ErrorKind.QUOTA_EXCEEDED,
        Effect.NONE,
        "the person would be in more than the maximum of " + groupsPerPerson + " groups");
  }

  static FaceLibraryException lastGroup() {
    return UnsupportedCapabilityException.of(Capability.PERSONS_WITHOUT_GROUPS);
  }
}
