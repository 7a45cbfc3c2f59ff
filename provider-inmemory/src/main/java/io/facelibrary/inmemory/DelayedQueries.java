package io.facelibrary.inmemory;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Call;
import io.facelibrary.Capabilities;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.UpdatePerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Queries of a person return its state before every write that is younger than a delay. For tests
 * of programs that use a service whose queries are not consistent. Writes run one after another.
 */
final class DelayedQueries extends ForwardingFaceLibrary {
  private static final Set<Operation> WRITES =
      EnumSet.of(
          Operation.ADD_FACES,
          Operation.ADD_ARCHIVED_FACES,
          Operation.DELETE_FACES,
          Operation.ADD_PERSON,
          Operation.ENROL,
          Operation.UPDATE_PERSON,
          Operation.DELETE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS);

  private final Duration delay;
  private final Clock clock;
  private final Deque<OldState> oldStates = new ArrayDeque<>();

  /**
   * Wraps a library.
   *
   * @param delay more than zero
   */
  DelayedQueries(FaceLibrary library, Duration delay, Clock clock) {
    super(library);
    this.delay = delay;
    this.clock = clock;
  }

  /** A person before a write; no person if it was not in the library. */
  private record OldState(
      PersonId id, Instant visibleUntil, Optional<Person> person, List<Face> faces) {}

  @Override
  public Capabilities capabilities() {
    return super.capabilities().toBuilder().queryDelay(delay).build();
  }

  @Override
  protected <T> T around(Call<T> call) {
    if (!WRITES.contains(call.operation())) {
      return call.proceed();
    }
    synchronized (oldStates) {
      OldState before = current(personOf(call.arguments().get(0)));
      T result = call.proceed();
      oldStates.add(before);
      return result;
    }
  }

  private static PersonId personOf(Object argument) {
    if (argument instanceof AddFaces request) {
      return request.person();
    }
    if (argument instanceof DeleteFaces request) {
      return request.person();
    }
    if (argument instanceof AddPerson request) {
      return request.person();
    }
    return argument instanceof UpdatePerson request ? request.person() : (PersonId) argument;
  }

  private OldState current(PersonId id) {
    Optional<Person> person = delegate().findPerson(id);
    List<Face> faces =
        person.isPresent() ? delegate().queryFaces(QueryFaces.allOf(id)).faces() : List.of();
    return new OldState(id, clock.instant().plus(delay), person, faces);
  }

  /** The state that queries of a person return; empty if it is the current one. */
  private Optional<OldState> visible(PersonId id) {
    synchronized (oldStates) {
      Instant now = clock.instant();
      while (!oldStates.isEmpty() && !oldStates.getFirst().visibleUntil().isAfter(now)) {
        oldStates.removeFirst();
      }
      return oldStates.stream().filter(it -> it.id().equals(id)).findFirst();
    }
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    Optional<OldState> old = visible(person);
    return old.isPresent() ? old.get().person() : super.findPerson(person);
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    Map<PersonId, Person> found = new LinkedHashMap<>();
    persons.forEach(id -> findPerson(id).ifPresent(person -> found.put(id, person)));
    return Collections.unmodifiableMap(found);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    Optional<OldState> old = visible(request.person());
    if (old.isEmpty()) {
      return super.queryFaces(request);
    }
    if (old.get().person().isEmpty()) {
      throw FaceLibraryException.of(
          ErrorKind.NOT_FOUND, Effect.NONE, "the person is not in the library");
    }
    return select(old.get().faces(), request.faces());
  }

  private static QueryFacesResult select(List<Face> faces, Optional<List<FaceId>> named) {
    if (named.isEmpty()) {
      return QueryFacesResult.of(faces, List.of());
    }
    Map<FaceId, Face> byId = new LinkedHashMap<>();
    faces.forEach(face -> byId.put(face.id(), face));
    return QueryFacesResult.of(
        named.get().stream().filter(byId::containsKey).map(byId::get).toList(),
        named.get().stream().filter(id -> !byId.containsKey(id)).toList());
  }
}
