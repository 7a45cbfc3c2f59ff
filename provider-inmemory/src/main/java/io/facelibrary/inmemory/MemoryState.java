package io.facelibrary.inmemory;

import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.LibraryState;
import io.facelibrary.engine.Near;
import io.facelibrary.engine.PersonState;
import io.facelibrary.engine.PersonView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** The state of a library in this process. Persons do not wait for each other. */
final class MemoryState implements LibraryState {
  private final long identity = ThreadLocalRandom.current().nextLong();
  private final Persons persons = new Persons();
  private final FaceIds ids = new FaceIds();
  private final Groups groups;
  private final Recall recall;

  private MemoryState(Groups groups, Recall recall) {
    this.groups = groups;
    this.recall = recall;
  }

  /** A library that knows faces by their pictures. */
  static MemoryState ofPictures(int mostGroups, Clock clock, Resemblance resemblance) {
    Groups groups = new Groups(mostGroups, clock);
    return new MemoryState(groups, new PictureRecall(groups, resemblance));
  }

  /** A library that knows faces by embeddings of so many numbers. */
  static MemoryState ofEmbeddings(int mostGroups, Clock clock, int dimensions) {
    return new MemoryState(new Groups(mostGroups, clock), new VectorRecall(dimensions));
  }

  Groups groups() {
    return groups;
  }

  Recall recall() {
    return recall;
  }

  Persons persons() {
    return persons;
  }

  @Override
  public void add(PersonId id, String name, String note, Consumer<PersonState> completion) {
    persons.add(new PersonEntry(this, id, name, note), completion);
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, List<FaceImage> brought, Function<PersonState, T> rule) {
    return persons.ifPresent(id, rule);
  }

  @Override
  public <T> Optional<T> read(PersonId id, Function<PersonView, T> rule) {
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
  public List<List<Near>> nearest(List<float[]> probes, List<GroupId> asked, int most) {
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
