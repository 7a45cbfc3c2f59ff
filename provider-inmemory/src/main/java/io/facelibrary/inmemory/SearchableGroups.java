package io.facelibrary.inmemory;

import io.facelibrary.GroupId;
import io.facelibrary.Search;
import java.util.Collection;
import java.util.List;

/**
 * Where a search may look.
 *
 * @param nextDayGroups whether groups are found from the day after they came into being on
 */
record SearchableGroups(Groups groups, boolean nextDayGroups) {

  /** The groups asked that may be searched today. */
  List<GroupId> of(Search request) {
    return request.groups().stream()
        .filter(group -> !nextDayGroups || groups.isFromAnEarlierDay(group))
        .toList();
  }

  Collection<PersonEntry> members(GroupId group) {
    return groups.members(group).values();
  }
}
