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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What happens to those who wait for a person while it is deleted. */
class PersonsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final ArchivedFace KEPT =
      new ArchivedFace(Optional.of(FaceImage.at("https://example.com/1.jpg")), Optional.empty());

  private final MemoryStore state =
      MemoryStore.ofPictures(10, Clock.systemUTC(), ImageMatcher.exactImage());
  private final Persons persons = state.persons();
  private final AtomicReference<Optional<ErrorKind>> answer = new AtomicReference<>();

  @Test
  void whoWaitedForAPersonThatWasDeletedMeanwhileFindsItGone() throws InterruptedException {
    persons.add(entry(""), entry -> {});

    Thread waiting = whileDeleting(this::find);
    waiting.join();

    assertThat(answer.get()).contains(ErrorKind.NOT_FOUND);
  }

  @Test
  void whoWaitedToAddAPersonThatWasDeletedMeanwhileAddsIt() throws InterruptedException {
    persons.add(entry("old"), entry -> {});

    Thread waiting = whileDeleting(() -> persons.add(entry("new"), entry -> {}));
    waiting.join();

    assertThat(answer.get()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry.name())).contains("new");
  }

  @Test
  void aSearchThatHoldsADeletedPersonFindsNoFaceOfIt() {
    StoredPerson entry = entry("");
    persons.add(entry, person -> person.addFace(Face.of(new FaceIds().issue()), KEPT));
    assertThat(entry.known()).hasSize(1);

    persons.ifPresent(ALICE, this::forgotten);

    assertThat(entry.known()).isEmpty();
  }

  @Test
  void aPersonThatCouldNotBeCompletedWasNeverThere() {
    IllegalStateException failure = new IllegalStateException("no room");

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
    return new StoredPerson(state, ALICE, name, "");
  }

  private void find() {
    if (persons.ifPresent(ALICE, entry -> entry).isEmpty()) {
      throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "the person is gone");
    }
  }

  private StoredPerson forgotten(StoredPerson person) {
    person.forget();
    return person;
  }

  /** Deletes the person only when another thread stands before its lock. */
  private Thread whileDeleting(Runnable call) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                call.run();
                answer.set(Optional.empty());
              } catch (FaceLibraryException e) {
                answer.set(Optional.of(e.kind()));
              }
            });
    persons.ifPresent(
        ALICE,
        person -> {
          waiting.start();
          while (waiting.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
          return forgotten(person);
        });
    return waiting;
  }
}
