package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.testkit.TestPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final StoreOptions SETTINGS = StoreOptions.plain().withModel("m", 4);

  @TempDir Path parent;

  @Test
  void vectorsThatAreGoneAreMadeFromTheTruth() throws Exception {
    Path folder = parent.resolve("faces");
    filled(folder, TestPictures.random());
    Files.delete(folder.resolve("vectors"));

    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      assertThat(store.parts().report().restoredVectors()).isEqualTo(2);
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void vectorsThatTheTruthDoesNotKnowAreDropped() {
    Path folder = parent.resolve("faces");
    filled(folder, TestPictures.random());
    try (VectorFile file = VectorFile.open(folder.resolve("vectors"), "m", 4)) {
      file.mark(0); // as a crash leaves it
      file.put(999, 1, new byte[16]);
    }

    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      assertThat(store.parts().report().droppedVectors()).isEqualTo(1);
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void picturesThatNobodyRefersToAreSweptAtOpening() throws Exception {
    Path folder = parent.resolve("faces");
    filled(folder, TestPictures.random());
    FaceImage.Bytes orphan = TestPictures.random();
    new ImageFiles(folder.resolve("pictures")).keep(orphan.sha256(), orphan.bytes()).close();
    Files.writeString(folder.resolve("pictures").resolve("half.part"), "half");

    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      assertThat(store.parts().report().orphanedPictures()).isEqualTo(2);
      assertThat(store.parts().pictures().names()).doesNotContain(orphan.sha256()).hasSize(2);
    }
  }

  @Test
  void aCheckSaysWhatDiffers() throws Exception {
    Path folder = parent.resolve("faces");
    FaceImage.Bytes picture = TestPictures.random();
    FaceImage.Bytes orphan = TestPictures.random();
    filled(folder, picture);
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      ImageFiles pictures = store.parts().pictures();
      VectorFileTest.flip(pictures.file(picture.sha256()), 20);
      pictures.keep(orphan.sha256(), orphan.bytes()).close();
      String other =
          pictures.names().stream()
              .filter(name -> !Set.of(picture.sha256(), orphan.sha256()).contains(name))
              .findAny()
              .orElseThrow();
      Files.delete(pictures.file(other));
      long face = Long.parseLong(firstFace(store));
      store.parts().vectors().orElseThrow().remove(face);

      Map<FindingKind, Integer> findings = store.check();

      assertThat(findings)
          .containsOnly(
              Map.entry(FindingKind.DAMAGED_PICTURE, 1),
              Map.entry(FindingKind.ORPHANED_PICTURE, 1),
              Map.entry(FindingKind.MISSING_PICTURE, 1),
              Map.entry(FindingKind.MISSING_VECTOR, 1));
    }
  }

  @Test
  void aBackupIsALibraryAsItWas() {
    Path folder = parent.resolve("faces");
    Path copy = parent.resolve("copy");
    FaceImage.Bytes picture = TestPictures.random();
    filled(folder, picture);
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      store.backup(copy);
      store.change(ANN, List.of(), WritableStoreTest::forget);
    }

    try (WritableStore store = WritableStore.open(copy, SETTINGS)) {
      assertThat(store.read(ANN, PersonReader::faceCount)).contains(2);
      assertThat(store.members(GroupId.DEFAULT, Optional.empty(), 9)).containsExactly(ANN);
      assertThat(store.parts().pictures().read(picture.sha256())).contains(picture.bytes());
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void aBackupGoesIntoAnEmptyFolderOnly() throws Exception {
    Path folder = parent.resolve("faces");
    Files.writeString(parent.resolve("letter.txt"), "Dear");
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      assertThatThrownBy(() -> store.backup(parent))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("backup");
    }
  }

  @Test
  void aDamagedTruthIsRefusedAndLeftAsItIs() throws Exception {
    Path folder = parent.resolve("faces");
    filled(folder, TestPictures.random());
    Path database = LibraryFolder.databaseIn(folder);
    try (Database truth = Database.forWriting(database)) {
      truth.update("UPDATE setting SET value = '0' WHERE name = 'clean-end'");
      truth.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    // The pages after the first, which holds the schema, begin with a byte that says their kind.
    for (long page = 4096; page < Files.size(database); page += 4096) {
      VectorFileTest.flip(database, page);
    }
    byte[] damaged = Files.readAllBytes(database);

    assertThatThrownBy(() -> WritableStore.open(folder, SETTINGS))
        .isInstanceOf(FaceLibraryException.class)
        .hasMessageContaining("damaged");

    assertThat(database).hasBinaryContent(damaged);
  }

  private static void filled(Path folder, FaceImage picture) {
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      store.add(ANN, "Ann", "", person -> person.join(Set.of(GroupId.DEFAULT)));
      WritableStoreTest.add(store, ANN, picture, 1, 2, 3, 4);
      WritableStoreTest.add(store, ANN, TestPictures.random(), 5, 6, 7, 8);
    }
  }

  private static String firstFace(WritableStore store) {
    return store.read(ANN, PersonReader::faces).orElseThrow().get(0).id().value();
  }
}
