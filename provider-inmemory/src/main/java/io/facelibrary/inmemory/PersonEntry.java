package io.facelibrary.inmemory;

import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is held of one person. Read and changed by {@link Persons} under the entry's own lock. */
final class PersonEntry {
  private static final Comparator<GroupId> BY_VALUE = Comparator.comparing(GroupId::value);

  private final PersonId id;
  private final Faces faces = new Faces();
  private String name;
  private String note;
  // Searches read it without the lock.
  private volatile Set<GroupId> groups = Set.of();
  private boolean gone;

  PersonEntry(PersonId id, String name, String note) {
    this.id = id;
    this.name = name;
    this.note = note;
  }

  PersonId id() {
    return id;
  }

  Faces faces() {
    return faces;
  }

  /** The faces as they are at one moment, for a search, which holds no lock while it compares. */
  synchronized List<Faces.Known> known() {
    return faces.known();
  }

  Set<GroupId> groups() {
    return groups;
  }

  void groups(Set<GroupId> changed) {
    // A copy, since small immutable sets take a tenth of the memory of any other.
    groups = Set.copyOf(changed);
  }

  void name(String changed) {
    name = changed;
  }

  void note(String changed) {
    note = changed;
  }

  /** Whether the person was deleted, which one who waited for the lock cannot know otherwise. */
  boolean isGone() {
    return gone;
  }

  void leave() {
    gone = true;
    faces.clear();
    groups = Set.of();
  }

  /** Groups in a stable order, since people read them. */
  Person toPerson() {
    Set<GroupId> sorted =
        groups.stream().sorted(BY_VALUE).collect(Collectors.toCollection(LinkedHashSet::new));
    return new Person(id, name, note, sorted);
  }
}
