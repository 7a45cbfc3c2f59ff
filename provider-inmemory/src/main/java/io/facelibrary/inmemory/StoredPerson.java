package io.facelibrary.inmemory;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonWriter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One person. {@link Persons} holds the person's lock while it is read or changed. */
final class StoredPerson implements PersonWriter {
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
  public Optional<Face> findFace(FaceId face) {
    return faces.find(face);
  }

  @Override
  public List<Face> faces() {
    return faces.all();
  }

  @Override
  public Optional<ArchivedFace> findArchived(FaceId face) {
    return faces.handle(face).map(handle -> store.index().content(face, handle));
  }

  /** Returns a snapshot of the faces, for a search, which holds no lock while it compares. */
  synchronized List<Faces.Indexed> indexedFaces() {
    return faces.indexed();
  }

  @Override
  public void setName(String changed) {
    name = changed;
  }

  @Override
  public void setNote(String changed) {
    note = changed;
  }

  @Override
  public void join(Set<GroupId> groups) {
    Set<GroupId> joined = new LinkedHashSet<>(groups);
    joined.removeAll(memberships);
    store.groups().join(this, joined);
    Set<GroupId> all = new LinkedHashSet<>(memberships);
    all.addAll(joined);
    memberships = Set.copyOf(all);
    store.index().joinGroups(this, joined);
  }

  @Override
  public void leave(Set<GroupId> groups) {
    store.index().leaveGroups(this, groups);
    store.groups().leave(this, groups);
    Set<GroupId> kept = new LinkedHashSet<>(memberships);
    kept.removeAll(groups);
    memberships = Set.copyOf(kept);
  }

  @Override
  public void addFace(Face face, ArchivedFace content) {
    faces.add(face, store.index().add(this, face.id(), content));
  }

  @Override
  public boolean deleteFace(FaceId face) {
    Optional<Object> handle = faces.delete(face);
    handle.ifPresent(it -> store.index().remove(this, face, it));
    return handle.isPresent();
  }

  @Override
  public void delete() {
    for (Faces.Indexed indexed : indexedFaces()) {
      store.index().remove(this, indexed.face(), indexed.handle());
    }
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
