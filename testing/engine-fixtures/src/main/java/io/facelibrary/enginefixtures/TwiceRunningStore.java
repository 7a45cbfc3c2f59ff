package io.facelibrary.enginefixtures;

import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.LibraryInfo;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.GroupDays;
import io.facelibrary.engine.ImageSearch;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs every rule twice, each time on a copy of exactly the parts that the rule declares, and fails
 * if the decisions differ. So a rule can neither have an effect of its own nor read undeclared
 * parts.
 */
public record TwiceRunningStore(LibraryStore store)
    implements LibraryStore, ImageSearch, GroupDays {

  /** Runs a function twice and compares the results. */
  private static <T> T twice(
      PersonSnapshot person, Reads reads, Function<PersonSnapshot, T> function) {
    T first = function.apply(PersonSnapshot.copyOf(person, reads));
    T second = function.apply(PersonSnapshot.copyOf(person, reads));
    if (!first.equals(second)) {
      throw new AssertionError("a rule decided differently when it ran again");
    }
    return second;
  }

  @Override
  public <T> Optional<T> change(
      PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
    return store.change(id, reads, person -> twice(person, reads, rule));
  }

  @Override
  public <T> Optional<T> read(PersonId id, Reads reads, Function<PersonSnapshot, T> function) {
    return store.read(id, reads, person -> twice(person, reads, function));
  }

  @Override
  public Map<PersonId, PersonSnapshot> read(Collection<PersonId> ids, Reads reads) {
    return store.read(ids, reads);
  }

  @Override
  public String identity() {
    return store.identity();
  }

  @Override
  public List<FaceId> newFaceIds(int count) {
    return store.newFaceIds(count);
  }

  @Override
  public void add(AddPerson person, List<NewFace> faces) {
    store.add(person, faces);
  }

  @Override
  public List<GroupId> groups(Optional<GroupId> after, int most) {
    return store.groups(after, most);
  }

  @Override
  public List<PersonId> persons(Optional<GroupId> in, Optional<PersonId> after, int most) {
    return store.persons(in, after, most);
  }

  @Override
  public Neighbors nearest(NearestQuery query) {
    return store.nearest(query);
  }

  @Override
  public Optional<List<Candidate>> mostSimilar(Search request, List<GroupId> groups) {
    return ((ImageSearch) store).mostSimilar(request, groups);
  }

  @Override
  public Optional<LocalDate> creationDay(GroupId group) {
    return ((GroupDays) store).creationDay(group);
  }

  @Override
  public LibraryInfo counts() {
    return store.counts();
  }

  @Override
  public void close() {
    store.close();
  }
}
