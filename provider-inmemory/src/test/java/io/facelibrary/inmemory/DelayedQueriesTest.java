package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import io.facelibrary.testkit.TestClock;
import io.facelibrary.testkit.TestImages;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DelayedQueriesTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final Duration DELAY = Duration.ofSeconds(5);

  private final TestClock clock = TestClock.at("2026-11-28T12:00:00Z");
  private final FaceLibrary library =
      InMemoryFaceLibrary.builder().clock(clock).queryDelay(DELAY).open();

  private String name() {
    return library.findPerson(ANNA).orElseThrow().name();
  }

  @Test
  void aQueryReturnsTheStateBeforeTheOldestYoungWrite() {
    library.addPerson(AddPerson.of(ANNA).withName("A"));
    clock.advance(DELAY);
    library.updatePerson(UpdatePerson.of(ANNA).withName("B"));
    clock.advance(Duration.ofSeconds(3));
    library.updatePerson(UpdatePerson.of(ANNA).withName("C"));

    assertThat(name()).isEqualTo("A");
    clock.advance(Duration.ofSeconds(2));
    assertThat(name()).isEqualTo("B");
    clock.advance(Duration.ofSeconds(3));
    assertThat(name()).isEqualTo("C");
  }

  @Test
  void aNewPersonIsNotFoundAndADeletedOneIsForTheTimeOfTheDelay() {
    library.addPerson(AddPerson.of(ANNA));

    assertThat(library.findPerson(ANNA)).isEmpty();
    assertThat(library.findPersons(Set.of(ANNA))).isEmpty();
    assertThatThrownBy(() -> library.queryFaces(QueryFaces.allOf(ANNA)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, it -> assertThat(it.kind()).isEqualTo(ErrorKind.NOT_FOUND));

    clock.advance(DELAY);
    library.deletePerson(ANNA);

    assertThat(library.findPersons(Set.of(ANNA))).containsOnlyKeys(ANNA);
    clock.advance(DELAY);
    assertThat(library.findPerson(ANNA)).isEmpty();
  }

  @Test
  void facesAreQueriedAsTheyWere() {
    library.addPerson(AddPerson.of(ANNA));
    FaceId old = library.addFaces(AddFaces.of(ANNA, TestImages.of(1))).orThrow().get(0);
    clock.advance(DELAY);
    FaceId young = library.addFaces(AddFaces.of(ANNA, TestImages.of(2))).orThrow().get(0);
    library.deleteFaces(DeleteFaces.of(ANNA, old)).orThrow();

    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids()).containsExactly(old);
    assertThat(library.queryFaces(QueryFaces.of(ANNA, old, young)).missing())
        .containsExactly(young);
    clock.advance(DELAY);
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids()).containsExactly(young);
  }
}
