package io.facelibrary.inmemory;

import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.FaceIds;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.engine.PersonWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** The storage of a library in this process. Changes of different persons run in parallel. */
final class MemoryStore implements LibraryStore {
  private final long identity = ThreadLocalRandom.current().nextLong();
  private final Persons persons = new Persons();
  private final FaceIds ids = FaceIds.startingAtRandom();
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

  SearchIndex index() {
    return index;
  }

  Persons persons() {
    return persons;
  }

  @Override
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> rule) {
    persons.add(new StoredPerson(this, id, name, note), rule);
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> images, Function<PersonWriter, T> rule) {
    return persons.ifPresent(id, rule);
  }

  @Override
  public <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return persons.ifPresent(id, rule);
  }

  @Override
  public FaceId issueFaceId() {
    return ids.issue();
  }

  @Override
  public List<GroupId> groups(Optional<GroupId> after, int limit) {
    return groups.nonEmpty(after).stream().limit(limit).toList();
  }

  @Override
  public List<PersonId> members(GroupId group, Optional<PersonId> after, int limit) {
    return groups.members(group, after).keySet().stream().limit(limit).toList();
  }

  @Override
  public Optional<LocalDate> creationDay(GroupId group) {
    return groups.creationDay(group);
  }

  @Override
  public void forEachPerson(Consumer<PersonId> action) {
    persons.ids().forEach(action);
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> searched, int limit) {
    return index.nearest(probes, searched, limit);
  }

  @Override
  public List<Candidate> mostSimilar(Search request, List<GroupId> searched) {
    return index.mostSimilar(request, searched);
  }

  @Override
  public long identity() {
    return identity;
  }

  /** Ends the search threads, if there are any. */
  @Override
  public void close() {
    index.close();
  }
}
