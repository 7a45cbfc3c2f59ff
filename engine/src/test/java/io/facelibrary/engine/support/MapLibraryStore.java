package io.facelibrary.engine.support;

import io.facelibrary.Candidate;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small store for tests: one lock, a copy of the person per rule, and a linear search. */
public class MapLibraryStore implements LibraryStore {
  private final Map<PersonId, MapPerson> persons =
      new TreeMap<>(Comparator.comparing(PersonId::value));
  private final Map<GroupId, LocalDate> created =
      new TreeMap<>(Comparator.comparing(GroupId::value));
  private final FaceIds ids = FaceIds.after(10_000_000_000_000_000L);
  private final Clock clock;
  private final long identity;
  private final List<List<FaceImage>> receivedImages = new ArrayList<>();
  private boolean closed;

  public MapLibraryStore(Clock clock, long identity) {
    this.clock = clock;
    this.identity = identity;
  }

  public MapLibraryStore() {
    this(Clock.systemUTC(), 1);
  }

  /** The images of each change, in the order of the changes. */
  public List<List<FaceImage>> receivedImages() {
    return receivedImages;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void add(PersonId id, String name, String note, Consumer<PersonWriter> rule) {
    if (persons.containsKey(id)) {
      throw FaceLibraryException.of(ErrorKind.ALREADY_EXISTS, Effect.NONE, "on purpose");
    }
    MapPerson person = new MapPerson(id, name, note);
    rule.accept(person);
    persons.put(id, person);
    updateGroups();
  }

  @Override
  public synchronized <T> Optional<T> change(
      PersonId id, List<FaceImage> images, Function<PersonWriter, T> rule) {
    receivedImages.add(images);
    MapPerson person = persons.get(id);
    if (person == null) {
      return Optional.empty();
    }
    MapPerson changed = person.copy();
    T result = rule.apply(changed);
    if (changed.isDeleted()) {
      persons.remove(id);
    } else {
      persons.put(id, changed);
    }
    updateGroups();
    return Optional.of(result);
  }

  private void updateGroups() {
    Set<GroupId> joined =
        persons.values().stream().flatMap(it -> it.groups().stream()).collect(Collectors.toSet());
    created.keySet().retainAll(joined);
    joined.forEach(group -> created.putIfAbsent(group, LocalDate.now(clock)));
  }

  @Override
  public synchronized <T> Optional<T> read(PersonId id, Function<PersonReader, T> rule) {
    return Optional.ofNullable(persons.get(id)).map(rule);
  }

  @Override
  public FaceId issueFaceId() {
    return ids.issue();
  }

  @Override
  public synchronized List<GroupId> groups(Optional<GroupId> after, int limit) {
    return created.keySet().stream()
        .filter(it -> after.isEmpty() || it.value().compareTo(after.get().value()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<PersonId> members(GroupId group, Optional<PersonId> after, int limit) {
    return persons.values().stream()
        .filter(it -> it.groups().contains(group))
        .map(MapPerson::id)
        .filter(it -> after.isEmpty() || it.value().compareTo(after.get().value()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<LocalDate> creationDay(GroupId group) {
    return Optional.ofNullable(created.get(group));
  }

  @Override
  public void forEachPerson(Consumer<PersonId> action) {
    List<PersonId> all;
    synchronized (this) {
      all = List.copyOf(persons.keySet());
    }
    all.forEach(action);
  }

  @Override
  public synchronized List<List<Neighbor>> nearest(
      List<float[]> probes, List<GroupId> groups, int limit) {
    return probes.stream()
        .map(
            probe ->
                members(groups)
                    .flatMap(it -> it.nearest(probe).stream())
                    .sorted(Comparator.comparing(Neighbor::squaredDistance))
                    .limit(limit)
                    .toList())
        .toList();
  }

  @Override
  public synchronized List<Candidate> mostSimilar(Search request, List<GroupId> groups) {
    return members(groups)
        .flatMap(it -> it.find(request.image()).stream())
        .limit(request.topK())
        .toList();
  }

  private Stream<MapPerson> members(List<GroupId> groups) {
    return persons.values().stream().filter(it -> it.groups().stream().anyMatch(groups::contains));
  }

  @Override
  public long identity() {
    return identity;
  }

  @Override
  public void close() {
    closed = true;
  }
}
