package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ArchivedFace;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.engine.PersonWriter;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
      store.add(ANN, "Ann", "a note", person -> person.join(Set.of(STAFF, GUESTS)));
      first = add(store, ANN, image);
      second = add(store, ANN, url);
    }

    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
      assertThat(store.read(ANN, PersonReader::note)).contains("a note");
      assertThat(store.read(ANN, PersonReader::groups)).contains(Set.of(GUESTS, STAFF));
      assertThat(store.read(ANN, PersonReader::faces).orElseThrow())
          .extracting(Face::id)
          .containsExactly(first, second);
      assertThat(store.issueFaceId().value()).isGreaterThan(second.value());
    }
  }

  @Test
  void aPersonCannotBeAddedTwice() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "Ann", "", person -> {});

      assertThatThrownBy(() -> store.add(ANN, "Other", "", person -> {}))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));

      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
    }
  }

  @Test
  void aRuleThatFailsHasNoEffect() {
    FaceImage.Bytes image = TestImages.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "Ann", "", person -> {});

      assertThatThrownBy(
              () ->
                  store.change(
                      ANN,
                      List.of(image),
                      person -> {
                        person.setName("changed");
                        person.addFace(
                            Face.of(store.issueFaceId()), content(image, Optional.empty()));
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
      assertThat(store.read(ANN, PersonReader::faceCount)).contains(0);
      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void aPersonWhoseRuleFailsIsNotAdded() {
    StoreOptions oneGroup =
        StoreOptions.defaults().withLimits(OptionalInt.empty(), OptionalInt.of(1));
    try (WritableStore store = WritableStore.open(folder, oneGroup)) {
      assertThatThrownBy(() -> store.add(ANN, "", "", person -> person.join(Set.of(STAFF, GUESTS))))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(store.read(ANN, PersonReader::name)).isEmpty();
      assertThat(store.groups(Optional.empty(), 10)).isEmpty();
    }
  }

  @Test
  void theDatabaseEnforcesTheLimitOfFaces() {
    StoreOptions oneFace =
        StoreOptions.defaults().withLimits(OptionalInt.of(1), OptionalInt.empty());
    try (WritableStore store = WritableStore.open(folder, oneFace)) {
      store.add(ANN, "", "", person -> {});
      add(store, ANN, TestImages.random());

      assertThatThrownBy(() -> add(store, ANN, TestImages.random()))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(store.read(ANN, PersonReader::faceCount)).contains(1);
    }
  }

  @Test
  void aGroupExistsWhileItHasAMember() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "", "", person -> person.join(Set.of(STAFF)));
      store.add(BEN, "", "", person -> person.join(Set.of(STAFF, GUESTS)));

      store.change(ANN, List.of(), person -> delete(person));
      store.change(BEN, List.of(), person -> leave(person, GUESTS));

      assertThat(store.groups(Optional.empty(), 10)).containsExactly(STAFF);
      assertThat(store.members(STAFF, Optional.empty(), 10)).containsExactly(BEN);
      assertThat(store.creationDay(GUESTS)).isEmpty();
    }
  }

  @Test
  void aPageBeginsAfterTheGivenElement() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(BEN, "", "", person -> person.join(Set.of(STAFF)));
      store.add(ANN, "", "", person -> person.join(Set.of(STAFF)));

      assertThat(store.members(STAFF, Optional.empty(), 1)).containsExactly(ANN);
      assertThat(store.members(STAFF, Optional.of(ANN), 9)).containsExactly(BEN);
    }
  }

  @Test
  void anImageIsRemovedWithItsLastFace() {
    FaceImage.Bytes image = TestImages.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "", "", person -> {});
      FaceId first = add(store, ANN, image);
      FaceId second = add(store, ANN, image);

      store.change(ANN, List.of(), person -> person.deleteFace(first));
      assertThat(store.components().images().names()).containsExactly(image.sha256());

      store.change(ANN, List.of(), person -> person.deleteFace(second));
      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void anImageThatTheRuleDoesNotAddIsNotKept() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "", "", person -> {});

      store.change(ANN, List.of(TestImages.random()), person -> true);
      store.change(BEN, List.of(TestImages.random()), person -> true);

      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void imagesAreNotKeptIfThatIsDisabled() {
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.defaults().withoutImages())) {
      store.add(ANN, "", "", person -> {});

      add(store, ANN, TestImages.random());

      assertThat(store.components().images().names()).isEmpty();
    }
  }

  @Test
  void aFaceOfAnotherPersonIsNotDeleted() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.defaults())) {
      store.add(ANN, "", "", person -> {});
      store.add(BEN, "", "", person -> {});
      FaceId face = add(store, ANN, TestImages.random());

      Optional<Boolean> deleted = store.change(BEN, List.of(), person -> person.deleteFace(face));

      assertThat(deleted).contains(false);
      assertThat(store.read(ANN, person -> person.findFace(face))).isPresent();
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
      store.add(ANN, "", "", person -> {});

      assertThatThrownBy(() -> add(store, ANN, TestImages.random(), new float[3]))
          .hasMessageContaining("embedding");

      assertThat(store.read(ANN, PersonReader::faceCount)).contains(0);
    }
  }

  @Test
  void aClosedStoreRefusesCalls() {
    WritableStore store = WritableStore.open(folder, StoreOptions.defaults());
    store.close();

    assertThatThrownBy(() -> store.add(ANN, "", "", person -> {}))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.effect()).isEqualTo(Effect.NONE));
    assertThatThrownBy(() -> store.read(ANN, PersonReader::name))
        .isInstanceOf(FaceLibraryException.class);
  }

  static FaceId add(WritableStore store, PersonId id, FaceImage image, float... vector) {
    Face face = Face.of(store.issueFaceId());
    Optional<float[]> given = vector.length == 0 ? Optional.empty() : Optional.of(vector);
    Optional<FaceId> added =
        store.change(
            id,
            List.of(image),
            person -> {
              person.addFace(face, content(image, given));
              return face.id();
            });
    return added.orElseThrow();
  }

  static ArchivedFace content(FaceImage image, Optional<float[]> vector) {
    return ArchivedFace.of(Optional.of(image), vector.map(FaceEmbedding::of));
  }

  static boolean delete(PersonWriter person) {
    person.delete();
    return true;
  }

  private static boolean leave(PersonWriter person, GroupId group) {
    person.leave(Set.of(group));
    return true;
  }
}
