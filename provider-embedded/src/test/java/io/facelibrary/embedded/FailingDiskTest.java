package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.testkit.TestPictures;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingDiskTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final StoreOptions SETTINGS = StoreOptions.plain().withModel("m", 4);

  @TempDir Path parent;

  /** What a program was told while it used a library. */
  private static final class Told {
    boolean person;
    boolean backup;
    final Set<FaceId> added = new HashSet<>();
    final Set<FaceId> deleted = new HashSet<>();
    final List<FaceLibraryException> failures = new ArrayList<>();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void atEveryWriteAFullDiskIsATypedErrorAndNothingAcknowledgedIsLost(boolean staysFull) {
    AtomicInteger changes = new AtomicInteger();
    Told whole = use(parent.resolve("whole"), file -> changes.incrementAndGet());
    assertThat(whole.failures).isEmpty();
    assertThat(changes).hasValueGreaterThan(20);

    for (int full = 1; full <= changes.get(); full++) {
      int from = full;
      AtomicInteger change = new AtomicInteger();
      Path folder = parent.resolve("full" + staysFull + full);

      Told told =
          use(
              folder,
              file -> {
                int now = change.incrementAndGet();
                if (now == from || (staysFull && now > from)) {
                  throw new IOException("No space left on device");
                }
              });

      assertThat(told.failures)
          .allSatisfy(
              failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(failure.effect()).isEqualTo(Effect.NONE);
              });
      assertEverythingIsThere(folder, told);
    }
  }

  private Told use(Path folder, FaultyFiles.Disk disk) {
    Told told = new Told();
    Path failing = FaultyFiles.at(folder, disk);
    Path backup = FaultyFiles.at(folder.resolveSibling(folder.getFileName() + "-copy"), disk);
    attempt(told, () -> useOpen(failing, backup, told));
    return told;
  }

  private static void useOpen(Path folder, Path backup, Told told) {
    WritableStore store = WritableStore.open(folder, SETTINGS);
    try {
      attempt(
          told,
          () -> {
            store.add(ANN, "Ann", "", person -> {});
            told.person = true;
          });
      for (int i = 0; i < 2; i++) {
        FaceImage picture = TestPictures.of(i);
        attempt(told, () -> told.added.add(WritableStoreTest.add(store, ANN, picture, 1, 2, 3, 4)));
      }
      List.copyOf(told.added).stream()
          .limit(1)
          .forEach(
              face ->
                  attempt(
                      told,
                      () -> {
                        store.change(ANN, List.of(), person -> person.deleteFace(face));
                        told.deleted.add(face);
                      }));
      attempt(
          told,
          () -> {
            store.backup(backup);
            told.backup = true;
          });
    } finally {
      attempt(told, store::close);
    }
  }

  private static void attempt(Told told, Runnable step) {
    try {
      step.run();
    } catch (FaceLibraryException e) {
      told.failures.add(e);
    }
  }

  private void assertEverythingIsThere(Path folder, Told told) {
    Set<FaceId> expected = new HashSet<>(told.added);
    expected.removeAll(told.deleted);
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      assertThat(store.read(ANN, PersonReader::name).isPresent()).isEqualTo(told.person);
      assertThat(faces(store)).isEqualTo(expected);
      assertThat(store.check()).isEmpty();
    }
    Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
    assertThat(Files.exists(LibraryFolder.databaseIn(copy))).isEqualTo(told.backup);
    if (told.backup) {
      try (WritableStore store = WritableStore.open(copy, SETTINGS)) {
        assertThat(faces(store)).isEqualTo(expected);
        assertThat(store.check()).isEmpty();
      }
    }
  }

  private static Set<FaceId> faces(WritableStore store) {
    Set<FaceId> faces = new HashSet<>();
    store
        .read(ANN, PersonReader::faces)
        .ifPresent(all -> all.forEach(face -> faces.add(face.id())));
    return faces;
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedAndCanBeRead() {
    use(parent.resolve("faces"), file -> {});
    Path readOnly =
        FaultyFiles.at(
            parent.resolve("faces"),
            file -> {
              throw new FileSystemException(file.toString(), null, "Read-only file system");
            });

    assertThatThrownBy(() -> WritableStore.open(readOnly, SETTINGS))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> assertThat(e.kind()).isEqualTo(ErrorKind.PERMISSION_DENIED))
        .hasMessageContaining("folder must be writable");
    try (ReadOnlyStore store = ReadOnlyStore.open(readOnly, SETTINGS.model())) {
      assertThat(store.read(ANN, PersonReader::faceCount)).contains(1);
    }
  }

  @Test
  void aBackupThatFailsLeavesTheFolderEmptyToBeTriedAgain() throws Exception {
    Path copy = parent.resolve("copy");
    Path failing =
        FaultyFiles.at(
            copy,
            file -> {
              if (file.startsWith(copy.resolve("pictures")) && !Files.exists(file)) {
                throw new IOException("No space left on device");
              }
            });
    try (WritableStore store = WritableStore.open(parent.resolve("faces"), SETTINGS)) {
      store.add(ANN, "Ann", "", person -> {});
      WritableStoreTest.add(store, ANN, TestPictures.of(1), 1, 2, 3, 4);

      assertThatThrownBy(() -> store.backup(failing)).hasMessageContaining("backup");

      try (Stream<Path> left = Files.list(copy)) {
        assertThat(left).isEmpty();
      }
      store.backup(copy);
    }
    try (WritableStore store = WritableStore.open(copy, SETTINGS)) {
      assertThat(store.check()).isEmpty();
    }
  }
}
