package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.FaceIds;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.PersonChange;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads that wait for the lock of a person while the person is deleted. */
class PersonsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final Optional<FaceImage> IMAGE =
      Optional.of(FaceImage.at("https://example.com/1.jpg"));

  private final MemoryStore store =
      MemoryStore.ofImages(10, Clock.systemUTC(), ImageMatcher.exactImage());
  private final Persons persons = store.persons();
  private final AtomicReference<Optional<ErrorKind>> outcome = new AtomicReference<>();

  @Test
  void aThreadThatWaitedForADeletedPersonDoesNotFindIt() throws InterruptedException {
    persons.add(entry(""), PersonChange.NONE);

    Thread waiting = whileDeleting(this::find);
    waiting.join();

    assertThat(outcome.get()).contains(ErrorKind.NOT_FOUND);
  }

  @Test
  void aThreadThatWaitedToAddADeletedPersonAddsIt() throws InterruptedException {
    persons.add(entry("old"), PersonChange.NONE);

    Thread waiting = whileDeleting(() -> persons.add(entry("new"), PersonChange.NONE));
    waiting.join();

    assertThat(outcome.get()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry.name())).contains("new");
  }

  @Test
  void aSearchFindsNoFaceOfADeletedPerson() {
    StoredPerson entry = entry("");
    NewFace face = new NewFace(Face.of(FaceIds.random().id(1)), IMAGE, Optional.empty());
    persons.add(entry, PersonChange.NONE.adding(List.of(face)));
    assertThat(entry.indexedFaces()).hasSize(1);

    persons.ifPresent(ALICE, this::deleted);

    assertThat(entry.indexedFaces()).isEmpty();
  }

  @Test
  void aPersonWhoseChangeFailsIsNotAdded() {
    Set<GroupId> tooMany =
        IntStream.rangeClosed(0, 10).mapToObj(i -> GroupId.of("g" + i)).collect(Collectors.toSet());

    assertThatThrownBy(() -> persons.add(entry(""), PersonChange.NONE.joining(tooMany)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));
    assertThat(persons.ids(Optional.empty())).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry)).isEmpty();
  }

  @Test
  void everyPersonIsListedInOrderUntilItIsDeleted() {
    PersonId ben = PersonId.of("ben");
    persons.add(new StoredPerson(store, ben, "", ""), PersonChange.NONE);
    persons.add(entry(""), PersonChange.NONE);

    assertThat(persons.ids(Optional.empty())).containsExactly(ALICE, ben);
    assertThat(persons.ids(Optional.of(ALICE))).containsExactly(ben);

    persons.ifPresent(ALICE, this::deleted);
    assertThat(persons.ids(Optional.empty())).containsExactly(ben);
  }

  private StoredPerson entry(String name) {
    return new StoredPerson(store, ALICE, name, "");
  }

  private void find() {
    if (persons.ifPresent(ALICE, entry -> entry).isEmpty()) {
      throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "the person is deleted");
    }
  }

  private StoredPerson deleted(StoredPerson person) {
    person.make(PersonChange.FORGET);
    return person;
  }

  /** Deletes the person while another thread waits for its lock. */
  private Thread whileDeleting(Runnable call) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                call.run();
                outcome.set(Optional.empty());
              } catch (FaceLibraryException e) {
                outcome.set(Optional.of(e.kind()));
              }
            });
    persons.ifPresent(
        ALICE,
        person -> {
          waiting.start();
          while (waiting.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
          return deleted(person);
        });
    return waiting;
  }
}
