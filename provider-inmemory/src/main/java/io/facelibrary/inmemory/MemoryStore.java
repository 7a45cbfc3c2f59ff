package io.facelibrary.inmemory;

import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.FaceIds;
import io.facelibrary.engine.GroupDays;
import io.facelibrary.engine.ImageSearch;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** The storage of a library in this process. Changes of different persons run in parallel. */
final class MemoryStore implements LibraryStore, ImageSearch, GroupDays {
  private final String identity = UUID.randomUUID().toString();
  private final Persons persons = new Persons();
  private final FaceIds ids = FaceIds.random();
  private final AtomicLong issued = new AtomicLong();
  private final LongAdder faceCount = new LongAdder();
  private final Groups groups;
  private final SearchIndex index;

  private MemoryStore(Groups groups, SearchIndex index) {
    this.groups = groups;
    this.index = index;
  }

  /** Returns the store of a library that compares images. */
  static MemoryStore ofImages(int maxGroups, Clock clock, ImageMatcher matcher) {
    Groups groups = new Groups(maxGroups, clock);
    return new MemoryStore(groups, new ImageSearchIndex(groups, matcher));
  }

  /** Returns the store of a library that compares embeddings. */
  static MemoryStore ofEmbeddings(int maxGroups, Clock clock, int dimensions) {
    return new MemoryStore(new Groups(maxGroups, clock), new VectorSearchIndex(dimensions));
  }

  Groups groups() {
    return groups;
  }

  /** The number of faces in the library. */
  LongAdder faceCount() {
    return faceCount;
  }

  SearchIndex index() {
    return index;
  }

  Persons persons() {
    return persons;
  }

  @Override
  public void add(AddPerson person, List<NewFace> faces) {
    PersonChange joining = PersonChange.NONE.joining(person.groups());
    persons.add(
        new StoredPerson(this, person.person(), person.name(), person.note()),
        faces.isEmpty() ? joining : joining.adding(faces));
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
    return persons.change(id, rule);
  }

  @Override
  public <T> Optional<T> read(PersonId id, Reads reads, Function<PersonSnapshot, T> function) {
    return persons.ifPresent(id, function);
  }

  @Override
  public Map<PersonId, PersonSnapshot> read(Collection<PersonId> asked, Reads reads) {
    Map<PersonId, PersonSnapshot> found = new LinkedHashMap<>();
    for (PersonId id : asked) {
      persons
          .ifPresent(id, person -> PersonSnapshot.copyOf(person, reads))
          .ifPresent(copy -> found.put(id, copy));
    }
    return found;
  }

  @Override
  public List<FaceId> newFaceIds(int count) {
    return ids.ids(issued.getAndAdd(count), count);
  }

  @Override
  public List<GroupId> groups(Optional<GroupId> after, int most) {
    return groups.nonEmpty(after).stream().limit(most).toList();
  }

  @Override
  public List<PersonId> persons(Optional<GroupId> in, Optional<PersonId> after, int most) {
    Set<PersonId> listed =
        in.map(group -> groups.members(group, after).keySet()).orElseGet(() -> persons.ids(after));
    return listed.stream().limit(most).toList();
  }

  @Override
  public Optional<LocalDate> creationDay(GroupId group) {
    return groups.creationDay(group);
  }

  @Override
  public Neighbors nearest(NearestQuery query) {
    return index.nearest(query, persons);
  }

  @Override
  public Optional<List<Candidate>> mostSimilar(Search request, List<GroupId> searched) {
    return index.mostSimilar(request, searched, persons);
  }

  @Override
  public LibraryInfo counts() {
    return LibraryInfo.unknown()
        .withPersons(persons.count())
        .withFaces(faceCount.sum())
        .withGroups(groups.nonEmpty(Optional.empty()).size());
  }

  @Override
  public String identity() {
    return identity;
  }

  /** Ends the search threads, if there are any. */
  @Override
  public void close() {
    index.close();
  }
}
