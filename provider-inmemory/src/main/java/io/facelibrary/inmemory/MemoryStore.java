package io.facelibrary.inmemory;

import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
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

/** The state of a library in this process. Persons do not wait for each other. */
final class MemoryStore implements LibraryStore {
  private final long identity = ThreadLocalRandom.current().nextLong();
  private final Persons persons = new Persons();
  private final FaceIds ids = new FaceIds();
  private final Groups groups;
  private final SearchIndex recall;

  private MemoryStore(Groups groups, SearchIndex recall) {
    this.groups = groups;
    this.recall = recall;
  }

  /** A library that knows faces by their pictures. */
  static MemoryStore ofPictures(int mostGroups, Clock clock, ImageMatcher imageMatcher) {
    Groups groups = new Groups(mostGroups, clock);
    return new MemoryStore(groups, new ImageSearchIndex(groups, imageMatcher));
  }

  /** A library that knows faces by embeddings of so many numbers. */
  static MemoryStore ofEmbeddings(int mostGroups, Clock clock, int dimensions) {
    return new MemoryStore(new Groups(mostGroups, clock), new VectorSearchIndex(dimensions));
  }

  Groups groups() {
    return groups;
  }

  SearchIndex recall() {
    return recall;
  }

  Persons persons() {
    return persons;
  }

  @Override
  public void add(PersonId id, String name, String note, Consumer<PersonWriter> completion) {
    persons.add(new StoredPerson(this, id, name, note), completion);
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> brought, Function<PersonWriter, T> rule) {
    return persons.ifPresent(id, rule);
  }

  @Override
  public <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return persons.ifPresent(id, rule);
  }

  @Override
  public FaceId nextFace() {
    return ids.issue();
  }

  @Override
  public List<GroupId> groups(Optional<GroupId> after, int most) {
    return groups.occupied(after).stream().limit(most).toList();
  }

  @Override
  public List<PersonId> members(GroupId group, Optional<PersonId> after, int most) {
    return groups.members(group, after).keySet().stream().limit(most).toList();
  }

  @Override
  public Optional<LocalDate> since(GroupId group) {
    return groups.since(group);
  }

  @Override
  public void forEachPerson(Consumer<PersonId> each) {
    persons.ids().forEach(each);
  }

  @Override
  public List<List<Neighbor>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
    return recall.nearest(probes, asked, most);
  }

  @Override
  public List<Candidate> alike(Search request, List<GroupId> asked) {
    return recall.alike(request, asked);
  }

  @Override
  public long identity() {
    return identity;
  }

  /** Ends the threads of searches, if there are any; all else is memory. */
  @Override
  public void close() {
    recall.close();
  }
}
