package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What happens to those who wait for a person while it is deleted. */
class PersonsTest {
  private static final PersonId ALICE = PersonId.of("alice");
  private static final FaceImage PICTURE = FaceImage.at("https://example.com/1.jpg");

  private final Persons persons = new Persons();
  private final AtomicReference<Optional<ErrorKind>> answer = new AtomicReference<>();

  @Test
  void whoWaitedForAPersonThatWasDeletedMeanwhileFindsItGone() throws InterruptedException {
    persons.add(new PersonEntry(ALICE, "", ""), entry -> {});

    Thread waiting = whileDeleting(() -> persons.with(ALICE, entry -> entry));
    waiting.join();

    assertThat(answer.get()).contains(ErrorKind.NOT_FOUND);
  }

  @Test
  void whoWaitedToAddAPersonThatWasDeletedMeanwhileAddsIt() throws InterruptedException {
    persons.add(new PersonEntry(ALICE, "old", ""), entry -> {});

    Thread waiting =
        whileDeleting(() -> persons.add(new PersonEntry(ALICE, "new", ""), entry -> {}));
    waiting.join();

    assertThat(answer.get()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry.toPerson().name())).contains("new");
  }

  @Test
  void aSearchThatHoldsADeletedPersonFindsNoFaceOfIt() {
    PersonEntry entry = new PersonEntry(ALICE, "", "");
    persons.add(entry, person -> person.faces().add(Face.of(new FaceIds().issue()), PICTURE));
    assertThat(entry.known()).hasSize(1);

    persons.with(ALICE, this::forgotten);

    assertThat(entry.known()).isEmpty();
  }

  @Test
  void aPersonThatCouldNotBeCompletedWasNeverThere() {
    IllegalStateException failure = new IllegalStateException("no room");

    assertThatThrownBy(
            () ->
                persons.add(
                    new PersonEntry(ALICE, "", ""),
                    entry -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(persons.ids()).isEmpty();
    assertThat(persons.ifPresent(ALICE, entry -> entry)).isEmpty();
  }

  private PersonEntry forgotten(PersonEntry person) {
    person.groups(Set.of());
    persons.forget(person);
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
    persons.with(
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
