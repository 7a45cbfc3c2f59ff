package io.facelibrary.inmemory;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which group. A group exists while somebody is in it.
 *
 * <p>Joining several groups happens wholly or not at all: all of them are first pinned, which may
 * fail for want of room and shows nowhere, and then entered, which cannot fail. Both are short
 * steps on one group; nothing is held while another person's are taken.
 */
final class Groups {
  private final ConcurrentHashMap<GroupId, Group> groups = new ConcurrentHashMap<>();
  private final NavigableSet<GroupId> occupied =
      new ConcurrentSkipListSet<>(Comparator.comparing(GroupId::value));
  private final AtomicInteger existing = new AtomicInteger();
  private final int most;
  private final Clock clock;

  Groups(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /**
   * Enters a person into groups.
   *
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if there would be too many groups; the
   *     person is then in none of them
   */
  void join(StoredPerson person, Collection<GroupId> joined) {
    Map<GroupId, Group> pinned = new LinkedHashMap<>();
    for (GroupId id : joined) {
      Group group = groups.compute(id, (key, known) -> pinned(known));
      if (group == null) {
        pinned.keySet().forEach(this::unpin);
        throw FaceLibraryException.of(
            ErrorKind.QUOTA_EXCEEDED, Effect.NONE, "the library holds its " + most + " groups");
      }
      pinned.put(id, group);
    }
    pinned.forEach(
        (id, group) -> {
          group.members.put(person.id(), person);
          unpin(id);
        });
  }

  void leave(StoredPerson person, Collection<GroupId> left) {
    for (GroupId id : left) {
      Group group = groups.get(id);
      if (group != null && group.members.remove(person.id(), person)) {
        groups.computeIfPresent(id, this::settled);
      }
    }
  }

  /** Groups that somebody is in, by id, after a given one. */
  Set<GroupId> occupied(Optional<GroupId> after) {
    return after.<Set<GroupId>>map(group -> occupied.tailSet(group, false)).orElse(occupied);
  }

  /** The members of a group by id, after a given one; none if there is no such group. */
  Map<PersonId, StoredPerson> members(GroupId id, Optional<PersonId> after) {
    Group group = groups.get(id);
    if (group == null) {
      return Map.of();
    }
    return after
        .<Map<PersonId, StoredPerson>>map(person -> group.members.tailMap(person, false))
        .orElse(group.members);
  }

  /** The day on which a group came into being, by the zone of the clock. */
  Optional<LocalDate> since(GroupId id) {
    return Optional.ofNullable(groups.get(id)).map(group -> group.since);
  }

  private @Nullable Group pinned(@Nullable Group group) {
    Group pinned = group;
    if (pinned == null) {
      if (existing.incrementAndGet() > most) {
        existing.decrementAndGet();
        return null;
      }
      pinned = new Group(LocalDate.now(clock));
    }
    pinned.pins++;
    return pinned;
  }

  private void unpin(GroupId id) {
    groups.computeIfPresent(
        id,
        (key, group) -> {
          group.pins--;
          return settled(key, group);
        });
  }

  /** Lists a group that somebody is in, and drops one that nobody is in or about to enter. */
  private @Nullable Group settled(GroupId id, Group group) {
    if (!group.members.isEmpty()) {
      occupied.add(id);
      return group;
    }
    occupied.remove(id);
    if (group.pins > 0) {
      return group;
    }
    existing.decrementAndGet();
    return null;
  }

  private static final class Group {
    static final Comparator<PersonId> BY_VALUE = Comparator.comparing(PersonId::value);

    final NavigableMap<PersonId, StoredPerson> members = new ConcurrentSkipListMap<>(BY_VALUE);
    final LocalDate since;
    int pins;

    Group(LocalDate since) {
      this.since = since;
    }
  }
}
