package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.NearestQuery;
import io.facelibrary.engine.Neighbor;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a library that a program with version 1 of the schema wrote. */
class UpgradeTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final PersonId BEN = PersonId.of("ben");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final GroupId GUESTS = GroupId.of("guests");
  private static final StoreOptions OPTIONS =
      StoreOptions.defaults()
          .withModel("numbers/1", 9)
          .withLimits(OptionalInt.of(4), OptionalInt.of(2));
  private static final String FIRST_IMAGE =
      "24975c4ed5bdd4cee226575fc2e1f3d5071b72983a3ba07839241072fec80b5b";
  private static final FaceId FIRST_FACE = FaceId.of("26266486373174579");

  @TempDir Path folder;
  private byte[] firstImage;

  @BeforeEach
  void unpack() throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(getClass().getResourceAsStream("library-version-1.zip"))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        entry = zip.getNextEntry();
      }
    }
    firstImage = Files.readAllBytes(folder.resolve("pictures").resolve("24").resolve(FIRST_IMAGE));
  }

  @Test
  void aLibraryOfVersion1IsUpgradedWithAllItsContent() {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(StoreSteps.name(store, ANN)).contains("Ann");
      assertThat(StoreSteps.note(store, ANN)).contains("a note");
      assertThat(store.groups(Optional.empty(), 9)).containsExactly(GUESTS, STAFF);
      assertThat(StoreSteps.members(store, STAFF)).containsExactly(ANN, BEN);
      assertThat(store.creationDay(STAFF)).contains(LocalDate.ofEpochDay(20785));
      ArchivedFace face = StoreSteps.content(store, ANN, FIRST_FACE).orElseThrow();
      assertThat(face.image()).contains(FaceImage.of(firstImage));
      float[] probe = face.embedding().orElseThrow().toArray();
      assertThat(store.nearest(NearestQuery.of(List.of(probe), List.of(STAFF), 1)).byProbe())
          .containsExactly(List.of(new Neighbor(ANN, FIRST_FACE, 0)));
      assertThat(store.check()).isEmpty();
      assertThat(store.components().report()).isEqualTo(new StoreComponents.OpeningReport(0, 0, 0));
    }
    assertThat(folder.resolve("pictures")).doesNotExist();
    assertThat(folder.resolve("images").resolve("24").resolve(FIRST_IMAGE))
        .hasBinaryContent(firstImage);
  }

  @Test
  void anUpgradedLibraryEnforcesItsConstraintsAndAcceptsChanges() {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThatThrownBy(
              () ->
                  StoreSteps.change(
                      store, BEN, PersonChange.NONE.joining(Set.of(GroupId.of("one too many")))))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              e -> assertThat(e.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED));

      StoreSteps.forget(store, ANN);

      assertThat(store.groups(Optional.empty(), 9)).containsExactly(STAFF);
      assertThat(store.components().images().names()).hasSize(1);
    }
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      StoreSteps.addFace(store, BEN, TestImages.of(9), 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(StoreSteps.faceCount(store, BEN)).contains(2);
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void aReaderRefusesALibraryOfVersion1() {
    assertThatThrownBy(() -> ReadOnlyStore.open(folder, Optional.empty()))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNSUPPORTED))
        .hasMessageContaining("open it for writing once");
  }

  @Test
  void anUpgradeThatWasInterruptedBeforeTheImageFolderWasRenamedIsCompleted() throws Exception {
    WritableStore.open(folder, OPTIONS).close();
    Files.move(folder.resolve("images"), folder.resolve("pictures"));

    try (ReadOnlyStore reader = ReadOnlyStore.open(folder, Optional.empty())) {
      assertThat(StoreSteps.content(reader, ANN, FIRST_FACE).orElseThrow().image())
          .contains(FaceImage.of(firstImage));
    }
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(store.check()).isEmpty();
    }
    assertThat(folder.resolve("pictures")).doesNotExist();
  }
}
