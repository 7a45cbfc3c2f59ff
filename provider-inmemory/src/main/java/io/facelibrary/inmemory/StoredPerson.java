package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person. {@link Persons} holds the person's lock while it is read or changed, so a rule reads
 * the person itself and not a copy.
 */
final class StoredPerson implements PersonSnapshot {
  static final Comparator<StoredPerson> BY_ID = Comparator.comparing(person -> person.id.value());

  private static final Comparator<GroupId> BY_VALUE = Comparator.comparing(GroupId::value);

  private final MemoryStore store;
  private final PersonId id;
  private final Faces faces = new Faces();
  private String name;
  private String note;
  // Searches read it without the lock. An immutable copy, because small immutable sets take a tenth
  // of the memory of other sets.
  private volatile Set<GroupId> memberships = Set.of();
  private boolean deleted;

  StoredPerson(MemoryStore store, PersonId id, String name, String note) {
    this.store = store;
    this.id = id;
    this.name = name;
    this.note = note;
  }

  @Override
  public PersonId id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String note() {
    return note;
  }

  @Override
  public Set<GroupId> groups() {
    return memberships.stream()
        .sorted(BY_VALUE)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The groups, in no particular order. */
  Set<GroupId> memberships() {
    return memberships;
  }

  @Override
  public int faceCount() {
    return faces.count();
  }

  @Override
  public List<Face> faces() {
    return faces.all();
  }

  @Override
  public List<Face> faces(List<FaceId> named) {
    return faces.find(named);
  }

  @Override
  public List<FaceId> present(List<FaceId> named) {
    int first = 0;
    while (first < named.size() && faces.contains(named.get(first))) {
      first++;
    }
    if (first == named.size()) {
      return named; // The usual case needs no copy.
    }
    List<FaceId> present = first == 0 ? List.of() : new ArrayList<>(named.subList(0, first));
    for (int i = first + 1; i < named.size(); i++) {
      if (faces.contains(named.get(i))) {
        present = present.isEmpty() ? new ArrayList<>() : present;
        present.add(named.get(i));
      }
    }
    return present;
  }

  @Override
  public Optional<ArchivedFace> content(FaceId face) {
    return faces.handle(face).map(handle -> store.index().content(face, handle));
  }

  /** The handle of a face in the search index. */
  Optional<Object> handle(FaceId face) {
    return faces.handle(face);
  }

  /** Returns a snapshot of the faces, for a search, which holds no lock while it compares. */
  synchronized List<Faces.Indexed> indexedFaces() {
    return faces.indexed();
  }

  /** Makes a change. Only joining groups can fail, so it comes first. */
  void make(PersonChange change) {
    if (change.forget()) {
      delete();
      return;
    }
    if (!change.join().isEmpty()) {
      join(change.join());
    }
    if (!change.leave().isEmpty()) {
      leave(change.leave());
    }
    name = change.name().orElse(name);
    note = change.note().orElse(note);
    for (int i = 0; i < change.delete().size(); i++) {
      delete(change.delete().get(i));
    }
    for (int i = 0; i < change.add().size(); i++) {
      add(change.add().get(i));
    }
  }

  private void join(Set<GroupId> groups) {
    Set<GroupId> joined = new LinkedHashSet<>(groups);
    joined.removeAll(memberships);
    store.groups().join(this, joined);
    Set<GroupId> all = new LinkedHashSet<>(memberships);
    all.addAll(joined);
    memberships = Set.copyOf(all);
    store.index().joinGroups(this, joined);
  }

  private void leave(Set<GroupId> groups) {
    store.index().leaveGroups(this, groups);
    store.groups().leave(this, groups);
    Set<GroupId> kept = new LinkedHashSet<>(memberships);
    kept.removeAll(groups);
    memberships = Set.copyOf(kept);
  }

  private void add(NewFace face) {
    faces.add(face.face(), store.index().add(this, face));
    store.faceCount().increment();
  }

  private void delete(FaceId face) {
    Optional<Object> handle = faces.delete(face);
    if (handle.isPresent()) {
      store.faceCount().decrement();
      store.index().remove(this, face, handle.get());
    }
  }

  private void delete() {
    for (Faces.Indexed indexed : indexedFaces()) {
      store.index().remove(this, indexed.face(), indexed.handle());
    }
    store.faceCount().add(-faces.count());
    store.groups().leave(this, memberships);
    store.persons().remove(this);
  }

  /** Whether the person was deleted, for threads that waited for the lock meanwhile. */
  boolean isDeleted() {
    return deleted;
  }

  void markDeleted() {
    deleted = true;
    faces.clear();
    memberships = Set.of();
  }
}
