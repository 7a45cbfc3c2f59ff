package io.facelibrary.engine;

import io.facelibrary.GroupId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A store that knows on which day each group was created. Only Green's rule about new groups needs
 * it: see {@link LocalLibraryOptions#nextDayGroups}.
 */
public interface GroupDays {

  /** Returns the day on which a group was created; empty if the group has no member. */
  Optional<LocalDate> creationDay(GroupId group);
}
