package io.facelibrary.engine.support;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PersonId;
import io.facelibrary.Probe;
import io.facelibrary.Search;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.FaceIds;
import io.facelibrary.engine.GroupDays;
import io.facelibrary.engine.ImageSearch;
import io.facelibrary.engine.LibraryStore;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.Neighbors;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small store for tests: one lock, and a linear search. Every rule runs twice, each time on a
 * copy of exactly the parts that the rule declares. So a rule can neither have an effect of its own
 * nor read undeclared parts.
 */
public class MapLibraryStore implements LibraryStore, ImageSearch, GroupDays {
  private final Map<PersonId, MapPerson> persons =
      new TreeMap<>(Comparator.comparing(PersonId::value));
  private final Map<GroupId, LocalDate> created =
      new TreeMap<>(Comparator.comparing(GroupId::value));
  private final FaceIds ids = FaceIds.of(1);
  private final AtomicLong issued = new AtomicLong();
  private final Clock clock;
  private final String identity;
  private final List<List<NewFace>> addedFaces = new ArrayList<>();
  private boolean closed;

  public MapLibraryStore(Clock clock, String identity) {
    this.clock = clock;
    this.identity = identity;
  }

  public MapLibraryStore() {
    this(Clock.systemUTC(), "map");
  }

  /** The faces that each change added, in the order of the changes. */
  public List<List<NewFace>> addedFaces() {
    return addedFaces;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void add(AddPerson person, List<NewFace> faces) {
    if (persons.containsKey(person.person())) {
      throw FaceLibraryException.of(ErrorKind.ALREADY_EXISTS, Effect.NONE, "on purpose");
    }
    persons.put(person.person(), MapPerson.of(person, faces));
    updateGroups();
  }

  @Override
  public synchronized <T> Optional<T> change(
      PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
    MapPerson person = persons.get(id);
    if (person == null) {
      return Optional.empty();
    }
    Decision<T> decision = twice(person, reads, rule);
    PersonChange change = decision.change();
    if (!change.add().isEmpty() && !reads.isAdding()) {
      throw new AssertionError("a rule added faces without declaring it");
    }
    addedFaces.add(change.add());
    if (change.forget()) {
      persons.remove(id);
    } else {
      persons.put(id, person.changed(change));
    }
    updateGroups();
    return Optional.of(decision.result());
  }

  /** Runs a rule twice and compares the decisions. */
  private static <T> T twice(PersonSnapshot person, Reads reads, Function<PersonSnapshot, T> rule) {
    T first = rule.apply(PersonSnapshot.copyOf(person, reads));
    T second = rule.apply(PersonSnapshot.copyOf(person, reads));
    if (!first.equals(second)) {
      throw new AssertionError("a rule decided differently when it ran again");
    }
    return second;
  }

  private void updateGroups() {
    Set<GroupId> joined =
        persons.values().stream().flatMap(it -> it.groups().stream()).collect(Collectors.toSet());
    created.keySet().retainAll(joined);
    joined.forEach(group -> created.putIfAbsent(group, LocalDate.now(clock)));
  }

  @Override
  public synchronized Map<PersonId, PersonSnapshot> read(Collection<PersonId> asked, Reads reads) {
    Map<PersonId, PersonSnapshot> found = new LinkedHashMap<>();
    for (PersonId id : asked) {
      MapPerson person = persons.get(id);
      if (person != null) {
        found.put(id, PersonSnapshot.copyOf(person, reads));
      }
    }
    return found;
  }

  @Override
  public List<FaceId> newFaceIds(int count) {
    return ids.ids(issued.getAndAdd(count), count);
  }

  @Override
  public synchronized List<GroupId> groups(Optional<GroupId> after, int most) {
    return created.keySet().stream()
        .filter(it -> after.isEmpty() || it.value().compareTo(after.get().value()) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<PersonId> persons(
      Optional<GroupId> in, Optional<PersonId> after, int most) {
    return persons.values().stream()
        .filter(it -> in.isEmpty() || it.groups().contains(in.get()))
        .map(MapPerson::id)
        .filter(it -> after.isEmpty() || it.value().compareTo(after.get().value()) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<LocalDate> creationDay(GroupId group) {
    return Optional.ofNullable(created.get(group));
  }

  @Override
  public synchronized Neighbors nearest(NearestQuery query) {
    List<MapPerson> compared =
        members(query.groups())
            .filter(it -> query.persons().isEmpty() || query.persons().get().contains(it.id()))
            .toList();
    long faces = compared.stream().mapToLong(MapPerson::faceCount).sum();
    double bound = query.bound().applyAsDouble(faces);
    return new Neighbors(
        query.probes().stream()
            .map(
                probe ->
                    compared.stream()
                        .flatMap(it -> it.nearest(probe).stream())
                        .filter(it -> it.squaredDistance() <= bound)
                        .sorted(Comparator.comparing(Neighbor::squaredDistance))
                        .limit(query.most())
                        .toList())
            .toList(),
        faces);
  }

  @Override
  public synchronized Optional<List<Candidate>> mostSimilar(Search request, List<GroupId> groups) {
    return image(request.probe())
        .map(
            image ->
                members(groups)
                    .filter(
                        it -> request.persons().isEmpty() || request.persons().contains(it.id()))
                    .flatMap(it -> it.find(image).stream())
                    .limit(request.topK())
                    .toList());
  }

  private Optional<FaceImage> image(Probe probe) {
    if (probe instanceof KnownFace known) {
      return Optional.ofNullable(persons.get(known.person()))
          .flatMap(person -> person.content(known.face()))
          .flatMap(ArchivedFace::image);
    }
    return Optional.of((FaceImage) probe);
  }

  private Stream<MapPerson> members(List<GroupId> groups) {
    return persons.values().stream().filter(it -> it.isIn(groups));
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void close() {
    closed = true;
  }
}
