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
import io.facelibrary.testkit.TestPictures;
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
  void everythingIsThereAfterOpeningAgain() {
    FaceImage picture = TestPictures.random();
    FaceImage address = FaceImage.at("https://example.org/ann.jpg");
    FaceId first;
    FaceId second;
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "Ann", "a note", person -> person.join(Set.of(STAFF, GUESTS)));
      first = add(store, ANN, picture);
      second = add(store, ANN, address);
    }

    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
      assertThat(store.read(ANN, PersonReader::note)).contains("a note");
      assertThat(store.read(ANN, PersonReader::groups)).contains(Set.of(GUESTS, STAFF));
      assertThat(store.read(ANN, PersonReader::faces).orElseThrow())
          .extracting(Face::id)
          .containsExactly(first, second);
      assertThat(store.nextFace().value()).isGreaterThan(second.value());
    }
  }

  @Test
  void aPersonThatIsThereIsNotAddedAgain() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "Ann", "", person -> {});

      assertThatThrownBy(() -> store.add(ANN, "Other", "", person -> {}))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS));

      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
    }
  }

  @Test
  void aRuleThatFailsLeavesNothing() {
    FaceImage.Bytes picture = TestPictures.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "Ann", "", person -> {});

      assertThatThrownBy(
              () ->
                  store.change(
                      ANN,
                      List.of(picture),
                      person -> {
                        person.name("changed");
                        person.addFace(Face.of(store.nextFace()), kept(picture, Optional.empty()));
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(store.read(ANN, PersonReader::name)).contains("Ann");
      assertThat(store.read(ANN, PersonReader::faceCount)).contains(0);
      assertThat(store.parts().pictures().names()).isEmpty();
    }
  }

  @Test
  void aPersonWhoseCompletionFailsWasNeverThere() {
    StoreOptions oneGroup = StoreOptions.plain().withLimits(OptionalInt.empty(), OptionalInt.of(1));
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
  void theDatabaseItselfKeepsTheLimitOfFaces() {
    StoreOptions oneFace = StoreOptions.plain().withLimits(OptionalInt.of(1), OptionalInt.empty());
    try (WritableStore store = WritableStore.open(folder, oneFace)) {
      store.add(ANN, "", "", person -> {});
      add(store, ANN, TestPictures.random());

      assertThatThrownBy(() -> add(store, ANN, TestPictures.random()))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      assertThat(store.read(ANN, PersonReader::faceCount)).contains(1);
    }
  }

  @Test
  void aGroupExistsWhileSomebodyIsInIt() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "", "", person -> person.join(Set.of(STAFF)));
      store.add(BEN, "", "", person -> person.join(Set.of(STAFF, GUESTS)));

      store.change(ANN, List.of(), person -> forget(person));
      store.change(BEN, List.of(), person -> leave(person, GUESTS));

      assertThat(store.groups(Optional.empty(), 10)).containsExactly(STAFF);
      assertThat(store.members(STAFF, Optional.empty(), 10)).containsExactly(BEN);
      assertThat(store.since(GUESTS)).isEmpty();
    }
  }

  @Test
  void pagesBeginAfterWhatIsNamed() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(BEN, "", "", person -> person.join(Set.of(STAFF)));
      store.add(ANN, "", "", person -> person.join(Set.of(STAFF)));

      assertThat(store.members(STAFF, Optional.empty(), 1)).containsExactly(ANN);
      assertThat(store.members(STAFF, Optional.of(ANN), 9)).containsExactly(BEN);
    }
  }

  @Test
  void aPictureGoesWithItsLastFace() {
    FaceImage.Bytes picture = TestPictures.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "", "", person -> {});
      FaceId first = add(store, ANN, picture);
      FaceId second = add(store, ANN, picture);

      store.change(ANN, List.of(), person -> person.deleteFace(first));
      assertThat(store.parts().pictures().names()).containsExactly(picture.sha256());

      store.change(ANN, List.of(), person -> person.deleteFace(second));
      assertThat(store.parts().pictures().names()).isEmpty();
    }
  }

  @Test
  void aPictureThatTheRuleDoesNotAddIsNotKept() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "", "", person -> {});

      store.change(ANN, List.of(TestPictures.random()), person -> true);
      store.change(BEN, List.of(TestPictures.random()), person -> true);

      assertThat(store.parts().pictures().names()).isEmpty();
    }
  }

  @Test
  void picturesAreNotKeptWhereThatIsSetOff() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain().withoutPictures())) {
      store.add(ANN, "", "", person -> {});

      add(store, ANN, TestPictures.random());

      assertThat(store.parts().pictures().names()).isEmpty();
    }
  }

  @Test
  void aFaceOfAnotherPersonIsNotDeleted() {
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain())) {
      store.add(ANN, "", "", person -> {});
      store.add(BEN, "", "", person -> {});
      FaceId face = add(store, ANN, TestPictures.random());

      Optional<Boolean> deleted = store.change(BEN, List.of(), person -> person.deleteFace(face));

      assertThat(deleted).contains(false);
      assertThat(store.read(ANN, person -> person.findFace(face))).isPresent();
    }
  }

  @Test
  void anotherModelIsRefusedWithTheNameOfTheFirst() {
    WritableStore.open(folder, StoreOptions.plain().withModel("sface", 128)).close();

    assertThatThrownBy(
            () -> WritableStore.open(folder, StoreOptions.plain().withModel("other", 128)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_REQUEST))
        .hasMessageContaining("sface");
  }

  @Test
  void aVectorOfAnotherLengthIsRefused() {
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.plain().withModel("sface", 4))) {
      store.add(ANN, "", "", person -> {});

      assertThatThrownBy(() -> add(store, ANN, TestPictures.random(), new float[3]))
          .hasMessageContaining("vector");

      assertThat(store.read(ANN, PersonReader::faceCount)).contains(0);
    }
  }

  @Test
  void aClosedStoreRefuses() {
    WritableStore store = WritableStore.open(folder, StoreOptions.plain());
    store.close();

    assertThatThrownBy(() -> store.add(ANN, "", "", person -> {}))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.effect()).isEqualTo(Effect.NONE));
    assertThatThrownBy(() -> store.read(ANN, PersonReader::name))
        .isInstanceOf(FaceLibraryException.class);
  }

  static FaceId add(WritableStore store, PersonId id, FaceImage image, float... vector) {
    Face face = Face.of(store.nextFace());
    Optional<float[]> given = vector.length == 0 ? Optional.empty() : Optional.of(vector);
    Optional<FaceId> added =
        store.change(
            id,
            List.of(image),
            person -> {
              person.addFace(face, kept(image, given));
              return face.id();
            });
    return added.orElseThrow();
  }

  static ArchivedFace kept(FaceImage image, Optional<float[]> vector) {
    return new ArchivedFace(Optional.of(image), vector.map(FaceEmbedding::of));
  }

  static boolean forget(PersonWriter person) {
    person.forget();
    return true;
  }

  private static boolean leave(PersonWriter person, GroupId group) {
    person.leave(Set.of(group));
    return true;
  }
}
