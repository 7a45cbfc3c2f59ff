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
 * The members of each group. A group exists while it has a member.
 *
 * <p>Joining several groups is atomic. First reserve every group, which may fail (quota) and is not
 * visible to readers. Then add the person to each, which cannot fail. Each step locks one group
 * only, so there is no lock order to keep.
 */
final class Groups {
  private final ConcurrentHashMap<GroupId, Group> groups = new ConcurrentHashMap<>();
  private final NavigableSet<GroupId> nonEmpty =
      new ConcurrentSkipListSet<>(Comparator.comparing(GroupId::value));
  private final AtomicInteger existing = new AtomicInteger();
  private final int limit;
  private final Clock clock;

  Groups(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Adds a person to groups.
   *
   * @throws FaceLibraryException {@code QUOTA_EXCEEDED} if there would be too many groups; the
   *     person is then added to none of them
   */
  void join(StoredPerson person, Collection<GroupId> joined) {
    Map<GroupId, Group> reserved = new LinkedHashMap<>();
    for (GroupId id : joined) {
      Group group = groups.compute(id, (key, known) -> reserve(known));
      if (group == null) {
        reserved.keySet().forEach(this::release);
        throw FaceLibraryException.of(
            ErrorKind.QUOTA_EXCEEDED,
            Effect.NONE,
            "the library has the maximum of " + limit + " groups");
      }
      reserved.put(id, group);
    }
    reserved.forEach(
        (id, group) -> {
          group.members.put(person.id(), person);
          release(id);
        });
  }

  void leave(StoredPerson person, Collection<GroupId> left) {
    for (GroupId id : left) {
      Group group = groups.get(id);
      if (group != null && group.members.remove(person.id(), person)) {
        groups.computeIfPresent(id, this::update);
      }
    }
  }

  /** Returns the non-empty groups sorted by id, starting after a given one. */
  Set<GroupId> nonEmpty(Optional<GroupId> after) {
    return after.<Set<GroupId>>map(group -> nonEmpty.tailSet(group, false)).orElse(nonEmpty);
  }

  /**
   * Returns the members of a group sorted by id, starting after a given one; none if there is no
   * such group.
   */
  Map<PersonId, StoredPerson> members(GroupId id, Optional<PersonId> after) {
    Group group = groups.get(id);
    if (group == null) {
      return Map.of();
    }
    return after
        .<Map<PersonId, StoredPerson>>map(person -> group.members.tailMap(person, false))
        .orElse(group.members);
  }

  /** Returns the day on which a group was created, in the zone of the clock. */
  Optional<LocalDate> creationDay(GroupId id) {
    return Optional.ofNullable(groups.get(id)).map(group -> group.creationDay);
  }

  /** Reserves a group, and creates it if needed. Returns null if there are too many groups. */
  private @Nullable Group reserve(@Nullable Group group) {
    Group reserved = group;
    if (reserved == null) {
      if (existing.incrementAndGet() > limit) {
        existing.decrementAndGet();
        return null;
      }
      reserved = new Group(LocalDate.now(clock));
    }
    reserved.reservations++;
    return reserved;
  }

  private void release(GroupId id) {
    groups.computeIfPresent(
        id,
        (key, group) -> {
          group.reservations--;
          return update(key, group);
        });
  }

  /** Lists a group that has members, and removes one without members and reservations. */
  private @Nullable Group update(GroupId id, Group group) {
    if (!group.members.isEmpty()) {
      nonEmpty.add(id);
      return group;
    }
    nonEmpty.remove(id);
    if (group.reservations > 0) {
      return group;
    }
    existing.decrementAndGet();
    return null;
  }

  private static final class Group {
    static final Comparator<PersonId> BY_VALUE = Comparator.comparing(PersonId::value);

    final NavigableMap<PersonId, StoredPerson> members = new ConcurrentSkipListMap<>(BY_VALUE);
    final LocalDate creationDay;
    int reservations;

    Group(LocalDate creationDay) {
      this.creationDay = creationDay;
    }
  }
}
