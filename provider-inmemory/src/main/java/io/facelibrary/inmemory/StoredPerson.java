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

/** What is held of one person. Read and changed by {@link Persons} under the entry's own lock. */
final class StoredPerson implements PersonWriter {
  static final Comparator<StoredPerson> BY_ID = Comparator.comparing(entry -> entry.id.value());

  private static final Comparator<GroupId> BY_VALUE = Comparator.comparing(GroupId::value);

  private final MemoryStore home;
  private final PersonId id;
  private final Faces faces = new Faces();
  private String name;
  private String note;
  // Searches read it without the lock. A copy, since small immutable sets take a tenth of the
  // memory of any other.
  private volatile Set<GroupId> memberships = Set.of();
  private boolean gone;

  StoredPerson(MemoryStore home, PersonId id, String name, String note) {
    this.home = home;
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

  /** The groups in no order. */
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
    return faces.trace(face).map(trace -> home.recall().archived(face, trace));
  }

  /** The faces as they are at one moment, for a search, which holds no lock while it compares. */
  synchronized List<Faces.Known> known() {
    return faces.known();
  }

  @Override
  public void name(String changed) {
    name = changed;
  }

  @Override
  public void note(String changed) {
    note = changed;
  }

  @Override
  public void join(Set<GroupId> groups) {
    Set<GroupId> entered = new LinkedHashSet<>(groups);
    entered.removeAll(memberships);
    home.groups().join(this, entered);
    Set<GroupId> all = new LinkedHashSet<>(memberships);
    all.addAll(entered);
    memberships = Set.copyOf(all);
    home.recall().enter(this, entered);
  }

  @Override
  public void leave(Set<GroupId> groups) {
    home.recall().leave(this, groups);
    home.groups().leave(this, groups);
    Set<GroupId> kept = new LinkedHashSet<>(memberships);
    kept.removeAll(groups);
    memberships = Set.copyOf(kept);
  }

  @Override
  public void addFace(Face face, ArchivedFace kept) {
    faces.add(face, home.recall().learn(this, face.id(), kept));
  }

  @Override
  public boolean deleteFace(FaceId face) {
    Optional<Object> trace = faces.delete(face);
    trace.ifPresent(it -> home.recall().forget(this, face, it));
    return trace.isPresent();
  }

  @Override
  public void forget() {
    for (Faces.Known known : known()) {
      home.recall().forget(this, known.face(), known.trace());
    }
    home.groups().leave(this, memberships);
    home.persons().forget(this);
  }

  /** Whether the person was deleted, which one who waited for the lock cannot know otherwise. */
  boolean isGone() {
    return gone;
  }

  void markGone() {
    gone = true;
    faces.clear();
    memberships = Set.of();
  }
}
