package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.FaceIds;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Threads that wait for the lock of a person while the person is deleted. */
class PersonsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final ArchivedFace CONTENT =
      ArchivedFace.of(FaceImage.at("https://example.com/1.jpg"));

  private final MemoryStore store =
      MemoryStore.ofImages(10, Clock.systemUTC(), ImageMatcher.exactImage());
  private final Persons persons = store.persons();
  private final AtomicReference<Optional<ErrorKind>> outcome = new AtomicReference<>();

  @Test
  void aThreadThatWaitedForADeletedPersonDoesNotFindIt() throws InterruptedException {
    persons.add(entry(""), entry -> {});

    Thread waiting = whileDeleting(this::find);
    waiting.join();

    assertThat(outcome.get()).contains(ErrorKind.NOT_FOUND);
  }

  @Test
  void aThreadThatWaitedToAddADeletedPersonAddsIt() throws InterruptedException {
    persons.add(entry("old"), entry -> {});

    Thread waiting = whileDeleting(() -> persons.add(entry("new"), entry -> {}));
    waiting.join();

    assertThat(outcome.get()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry.name())).contains("new");
  }

  @Test
  void aSearchFindsNoFaceOfADeletedPerson() {
    StoredPerson entry = entry("");
    persons.add(
        entry, person -> person.addFace(Face.of(FaceIds.startingAtRandom().issue()), CONTENT));
    assertThat(entry.indexedFaces()).hasSize(1);

    persons.ifPresent(ALICE, this::deleted);

    assertThat(entry.indexedFaces()).isEmpty();
  }

  @Test
  void aPersonWhoseRuleFailsIsNotAdded() {
    IllegalStateException failure = new IllegalStateException("on purpose");

    assertThatThrownBy(
            () ->
                persons.add(
                    entry(""),
                    entry -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(persons.ids()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry)).isEmpty();
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
    person.delete();
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
