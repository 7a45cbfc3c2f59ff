package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddPerson;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.Decision;
import io.facelibrary.engine.NewFace;
import io.facelibrary.engine.Part;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritableStoreTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final PersonId BEN = PersonId.of("ben");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");

  @TempDir Path folder;

  @Test
  void everythingIsStoredWhenOpenedAgain() {
    FaceImage image = TestImages.random();
    FaceImage url = FaceImage.at("https://example.org/ann.jpg");
    FaceId first;
    FaceId second;
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(AddPerson.of(ANN, STAFF, GUESTS).withName("Ann").withNote("a note"), List.of());
      first = StoreSteps.addFace(store, ANN, image);
      second = StoreSteps.addFace(store, ANN, url);
    }

    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
      assertThat(StoreSteps.note(store, ANN)).contains("a note");
      assertThat(StoreSteps.groups(store, ANN)).contains(Set.of(GUESTS, STAFF));
      assertThat(StoreSteps.faces(store, ANN).orElseThrow())
          .containsExactly(first, second)
          .doesNotContainAnyElementsOf(store.newFaceIds(100));
    }
  }

  @Test
  void aPersonCannotBeAddedTwice() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "Ann");

      assertThatThrownBy(() -> StoreSteps.addPerson(store, ANN, "Other"))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));

      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
    }
  }

  @Test
  void aChangeThatFailsHasNoEffect() {
    FaceImage.Bytes image = TestImages.random();
    StoreOptions oneGroup =
        StoreOptions.defaults().withLimits(OptionalInt.empty(), OptionalInt.of(1));
    try (WritableStore store = WritableStore.open(folder, oneGroup)) {
      StoreSteps.addPerson(store, ANN, "Ann", STAFF);
      NewFace face = StoreSteps.newFace(store.newFaceIds(1).get(0), image);
      Decision<Boolean> decision =
          Decision.of(
              true,
              PersonChange.NONE.withName("changed").adding(List.of(face)).joining(Set.of(GUESTS)));

      assertThatThrownBy(() -> store.change(ANN, Reads.NOTHING.adding(), it -> decision))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
      assertThat(StoreSteps.faceCount(store, ANN)).contains(0);
      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void aRuleThatFailsHasNoEffect() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "Ann");

      assertThatThrownBy(
              () ->
                  store.change(
                      ANN,
                      Reads.NOTHING,
                      person -> {
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
    }
  }

  @Test
  void aPersonWhoseChangeFailsIsNotAdded() {
    StoreOptions oneGroup =
        StoreOptions.defaults().withLimits(OptionalInt.empty(), OptionalInt.of(1));
    try (WritableStore store = WritableStore.open(folder, oneGroup)) {
      assertThatThrownBy(() -> StoreSteps.addPerson(store, ANN, "", STAFF, GUESTS))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(StoreSteps.name(store, ANN)).isEmpty();
      assertThat(store.groups(Optional.empty(), 10)).isEmpty();
    }
  }

  @Test
  void theDatabaseEnforcesTheLimitOfFaces() {
    StoreOptions oneFace =
        StoreOptions.defaults().withLimits(OptionalInt.of(1), OptionalInt.empty());
    try (WritableStore store = WritableStore.open(folder, oneFace)) {
      StoreSteps.addPerson(store, ANN, "");
      StoreSteps.addFace(store, ANN, TestImages.random());

      assertThatThrownBy(() -> StoreSteps.addFace(store, ANN, TestImages.random()))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(StoreSteps.faceCount(store, ANN)).contains(1);
    }
  }

  @Test
  void aGroupExistsWhileItHasAMember() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "", STAFF);
      StoreSteps.addPerson(store, BEN, "", STAFF, GUESTS);

      StoreSteps.forget(store, ANN);
      StoreSteps.change(store, BEN, PersonChange.NONE.leaving(Set.of(GUESTS)));

      assertThat(store.groups(Optional.empty(), 10)).containsExactly(STAFF);
      assertThat(StoreSteps.members(store, STAFF)).containsExactly(BEN);
      assertThat(store.creationDay(GUESTS)).isEmpty();
    }
  }

  @Test
  void aPageBeginsAfterTheGivenElement() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, BEN, "", STAFF);
      StoreSteps.addPerson(store, ANN, "", STAFF);

      assertThat(store.persons(Optional.of(STAFF), Optional.empty(), 1)).containsExactly(ANN);
      assertThat(store.persons(Optional.of(STAFF), Optional.of(ANN), 9)).containsExactly(BEN);
    }
  }

  @Test
  void anImageIsRemovedWithItsLastFace() {
    FaceImage.Bytes image = TestImages.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "");
      FaceId first = StoreSteps.addFace(store, ANN, image);
      FaceId second = StoreSteps.addFace(store, ANN, image);

      StoreSteps.deleteFace(store, ANN, first);
      assertThat(store.components().images().names()).containsExactly(image.sha256());

      StoreSteps.deleteFace(store, ANN, second);
      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void anImageThatTheRuleDoesNotAddInTheEndIsNotKept() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "");
      FaceId id = store.newFaceIds(1).get(0);
      AtomicInteger runs = new AtomicInteger();
      PersonChange adding =
          PersonChange.NONE.adding(List.of(StoreSteps.newFace(id, TestImages.random())));

      Optional<Integer> result =
          store.change(
              ANN,
              Reads.NOTHING.adding(),
              person ->
                  Decision.of(
                      runs.incrementAndGet(), runs.get() == 1 ? adding : PersonChange.NONE));

      assertThat(result).contains(2);
      assertThat(store.components().images().names()).isEmpty();
      assertThat(StoreSteps.faceCount(store, ANN)).contains(0);
    }
  }

  @Test
  void anImageThatTheRuleAddsOnlyWhenItRunsAgainIsOnDiskBeforeTheFaceIsStored() {
    FaceImage.Bytes late = TestImages.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "before");
      List<FaceId> ids = store.newFaceIds(2);
      AtomicInteger runs = new AtomicInteger();

      store.change(
          ANN,
          Reads.of(Part.TEXT).adding(),
          person -> {
            if (runs.incrementAndGet() == 1) {
              StoreSteps.change(store, ANN, PersonChange.NONE.withName("after"));
            }
            FaceImage image = person.name().equals("after") ? late : TestImages.of(1);
            FaceId id = ids.get(person.name().equals("after") ? 1 : 0);
            return Decision.of(
                true, PersonChange.NONE.adding(List.of(StoreSteps.newFace(id, image))));
          });

      assertThat(StoreSteps.faces(store, ANN)).contains(List.of(ids.get(1)));
      assertThat(StoreSteps.content(store, ANN, ids.get(1)).orElseThrow().image()).contains(late);
      assertThat(store.components().images().names()).containsExactly(late.sha256());
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void theFacesOfAPersonAreInTheOrderInWhichTheyWereAdded() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "");
      List<FaceId> ids = store.newFaceIds(3);
      List<FaceId> order = List.of(ids.get(2), ids.get(0), ids.get(1));

      order.forEach(id -> StoreSteps.addFaces(store, ANN, List.of(id), TestImages.of(1)));

      assertThat(StoreSteps.faces(store, ANN)).contains(order);
    }
  }

  @Test
  void theIdOfADeletedFaceIsNotIssuedAgainWhenOpenedAgain() {
    FaceId deleted;
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "");
      deleted = StoreSteps.addFace(store, ANN, TestImages.of(1));
      StoreSteps.deleteFace(store, ANN, deleted);
    }
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      assertThat(store.newFaceIds(1_000)).doesNotContain(deleted);
    }
  }

  @Test
  void severalPersonsAreReadAtOneMoment() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "Ann", STAFF);
      StoreSteps.addPerson(store, BEN, "Ben");

      Map<PersonId, PersonSnapshot> found =
          store.read(List.of(BEN, PersonId.of("nobody"), ANN), Reads.of(Part.TEXT, Part.GROUPS));

      assertThat(found.keySet()).containsExactly(BEN, ANN);
      assertThat(found.get(BEN).name()).isEqualTo("Ben");
      assertThat(found.get(ANN).groups()).containsExactly(STAFF);
    }
  }

  @Test
  void everyPersonIsListedAlsoOneInNoGroup() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, BEN, "");
      StoreSteps.addPerson(store, ANN, "", STAFF);
      StoreSteps.change(store, ANN, PersonChange.NONE.leaving(Set.of(STAFF)));

      assertThat(store.persons(Optional.empty(), Optional.empty(), 9)).containsExactly(ANN, BEN);
      assertThat(store.persons(Optional.empty(), Optional.empty(), 1)).containsExactly(ANN);
      assertThat(store.persons(Optional.empty(), Optional.of(ANN), 9)).containsExactly(BEN);
    }
  }

  @Test
  void imagesAreNotKeptIfThatIsDisabled() {
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.defaults().withoutImages())) {
      StoreSteps.addPerson(store, ANN, "");

      StoreSteps.addFace(store, ANN, TestImages.random());

      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void aFaceOfAnotherPersonIsNotDeleted() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      StoreSteps.addPerson(store, ANN, "");
      StoreSteps.addPerson(store, BEN, "");
      FaceId face = StoreSteps.addFace(store, ANN, TestImages.random());

      boolean deleted = StoreSteps.deleteFace(store, BEN, face);

      assertThat(deleted).isFalse();
      assertThat(StoreSteps.faces(store, ANN)).contains(List.of(face));
    }
  }

  @Test
  void anotherModelIsRefusedWithTheNameOfTheFirst() {
    WritableStore.open(folder, StoreOptions.defaults().withModel("sface", 128)).close();

    assertThatThrownBy(
            () -> WritableStore.open(folder, StoreOptions.defaults().withModel("other", 128)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_REQUEST))
        .hasMessageContaining("sface");
  }

  @Test
  void anEmbeddingWithOtherDimensionsIsRefused() {
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.defaults().withModel("sface", 4))) {
      StoreSteps.addPerson(store, ANN, "");

      assertThatThrownBy(() -> StoreSteps.addFace(store, ANN, TestImages.random(), new float[3]))
          .hasMessageContaining("embedding");

      assertThat(StoreSteps.faceCount(store, ANN)).contains(0);
    }
  }

  @Test
  void aClosedStoreRefusesCalls() {
    WritableStore store = WritableStore.open(folder, StoreOptions.defaults());
    store.close();

    assertThatThrownBy(() -> StoreSteps.addPerson(store, ANN, ""))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.effect()).isEqualTo(Effect.NONE));
    assertThatThrownBy(() -> StoreSteps.name(store, ANN)).isInstanceOf(FaceLibraryException.class);
  }
}
