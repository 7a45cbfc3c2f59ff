package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", 4);

  @TempDir Path parent;

  @Test
  void missingVectorsAreRestoredFromTheDatabase() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder, TestImages.random());
    Files.delete(folder.resolve("vectors"));

    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(store.components().report().restoredVectors()).isEqualTo(2);
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void vectorsThatAreNotInTheDatabaseAreRemoved() {
    Path folder = parent.resolve("faces");
    fill(folder, TestImages.random());
    try (VectorFile file = VectorFile.open(folder.resolve("vectors"), "m", 4)) {
      file.setMarker(0); // as after a crash
      file.put(999, 1, new byte[16]);
    }

    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(store.components().report().strayVectors()).isEqualTo(1);
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void openingRemovesImagesThatNoFaceRefersTo() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder, TestImages.random());
    FaceImage.Bytes orphan = TestImages.random();
    new ImageFiles(folder.resolve("images")).writeAndPin(orphan.sha256(), orphan.bytes()).close();
    Files.writeString(folder.resolve("images").resolve("half.part"), "half");

    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(store.components().report().orphanedImages()).isEqualTo(2);
      assertThat(store.components().images().names()).doesNotContain(orphan.sha256()).hasSize(2);
    }
  }

  @Test
  void aCheckReportsEveryDifference() throws Exception {
    Path folder = parent.resolve("faces");
    FaceImage.Bytes image = TestImages.random();
    FaceImage.Bytes orphan = TestImages.random();
    fill(folder, image);
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      ImageFiles images = store.components().images();
      VectorFileTest.flip(images.file(image.sha256()), 20);
      images.writeAndPin(orphan.sha256(), orphan.bytes()).close();
      String other =
          images.names().stream()
              .filter(name -> !Set.of(image.sha256(), orphan.sha256()).contains(name))
              .findAny()
              .orElseThrow();
      Files.delete(images.file(other));
      long face = firstFace(store);
      store.components().vectors().orElseThrow().remove(face);

      Map<FindingKind, Integer> findings = store.check();

      assertThat(findings)
          .containsOnly(
              Map.entry(FindingKind.DAMAGED_IMAGE, 1),
              Map.entry(FindingKind.ORPHANED_IMAGE, 1),
              Map.entry(FindingKind.MISSING_IMAGE, 1),
              Map.entry(FindingKind.MISSING_VECTOR, 1));
    }
  }

  @Test
  void aBackupIsASnapshotOfTheLibrary() {
    Path folder = parent.resolve("faces");
    Path copy = parent.resolve("copy");
    FaceImage.Bytes image = TestImages.random();
    fill(folder, image);
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      store.backup(copy);
      StoreSteps.forget(store, ANN);
    }

    try (WritableStore store = WritableStore.open(copy, OPTIONS)) {
      assertThat(StoreSteps.faceCount(store, ANN)).contains(2);
      assertThat(StoreSteps.members(store, GroupId.DEFAULT)).containsExactly(ANN);
      assertThat(store.components().images().read(image.sha256())).contains(image.bytes());
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void aBackupNeedsAnEmptyFolder() throws Exception {
    Path folder = parent.resolve("faces");
    Files.writeString(parent.resolve("letter.txt"), "Dear");
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThatThrownBy(() -> store.backup(parent))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("backup");
    }
  }

  @Test
  void aDamagedDatabaseIsRefusedAndNotChanged() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder, TestImages.random());
    Path file = LibraryFolder.databaseIn(folder);
    try (Database database = Database.forWriting(file)) {
      database.update("UPDATE setting SET value = '0' WHERE name = 'clean-end'");
      database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    // The first page contains the schema. Every other page begins with a byte for its type.
    for (long page = 4096; page < Files.size(file); page += 4096) {
      VectorFileTest.flip(file, page);
    }
    byte[] damaged = Files.readAllBytes(file);

    assertThatThrownBy(() -> WritableStore.open(folder, OPTIONS))
        .isInstanceOf(FaceLibraryException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("(DAMAGED, effect NONE)");

    assertThat(file).hasBinaryContent(damaged);
  }

  private static void fill(Path folder, FaceImage image) {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      StoreSteps.addPerson(store, ANN, "Ann");
      StoreSteps.addFace(store, ANN, image, 1, 2, 3, 4);
      StoreSteps.addFace(store, ANN, TestImages.random(), 5, 6, 7, 8);
    }
  }

  private static long firstFace(WritableStore store) {
    FaceId first = StoreSteps.faces(store, ANN).orElseThrow().get(0);
    return store.keys().key(first).orElseThrow();
  }
}
