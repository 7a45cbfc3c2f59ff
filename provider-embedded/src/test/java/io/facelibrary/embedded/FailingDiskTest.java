package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.support.FaultyFiles;
import io.facelibrary.testkit.TestImages;
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
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", 4);

  @TempDir Path parent;

  /** The results and failures that a program received. */
  private static final class Received {
    boolean person;
    boolean backup;
    final Set<FaceId> added = new HashSet<>();
    final Set<FaceId> deleted = new HashSet<>();
    final List<FaceLibraryException> failures = new ArrayList<>();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFullDiskAtAnyWriteIsReportedAndNoAcknowledgedWriteIsLost(boolean staysFull) {
    AtomicInteger changes = new AtomicInteger();
    Received whole = use(parent.resolve("whole"), file -> changes.incrementAndGet());
    assertThat(whole.failures).isEmpty();
    assertThat(changes).hasValueGreaterThan(20);

    for (int full = 1; full <= changes.get(); full++) {
      int from = full;
      AtomicInteger change = new AtomicInteger();
      Path folder = parent.resolve("full" + staysFull + full);

      Received received =
          use(
              folder,
              file -> {
                int now = change.incrementAndGet();
                if (now == from || (staysFull && now > from)) {
                  throw new IOException("No space left on device");
                }
              });

      assertThat(received.failures)
          .allSatisfy(
              failure -> {
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(failure.effect()).isEqualTo(Effect.NONE);
              });
      assertEverythingIsThere(folder, received);
    }
  }

  private Received use(Path folder, FaultyFiles.Disk disk) {
    Received received = new Received();
    Path failing = FaultyFiles.at(folder, disk);
    Path backup = FaultyFiles.at(folder.resolveSibling(folder.getFileName() + "-copy"), disk);
    attempt(received, () -> useOpen(failing, backup, received));
    return received;
  }

  private static void useOpen(Path folder, Path backup, Received received) {
    WritableStore store = WritableStore.open(folder, OPTIONS);
    try {
      attempt(
          received,
          () -> {
            StoreSteps.addPerson(store, ANN, "Ann");
            received.person = true;
          });
      for (int i = 0; i < 2; i++) {
        FaceImage image = TestImages.of(i);
        attempt(
            received, () -> received.added.add(StoreSteps.addFace(store, ANN, image, 1, 2, 3, 4)));
      }
      List.copyOf(received.added).stream()
          .limit(1)
          .forEach(
              face ->
                  attempt(
                      received,
                      () -> {
                        StoreSteps.deleteFace(store, ANN, face);
                        received.deleted.add(face);
                      }));
      attempt(
          received,
          () -> {
            store.backup(backup);
            received.backup = true;
          });
    } finally {
      attempt(received, store::close);
    }
  }

  private static void attempt(Received received, Runnable step) {
    try {
      step.run();
    } catch (FaceLibraryException e) {
      received.failures.add(e);
    }
  }

  private void assertEverythingIsThere(Path folder, Received received) {
    Set<FaceId> expected = new HashSet<>(received.added);
    expected.removeAll(received.deleted);
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      assertThat(StoreSteps.name(store, ANN).isPresent()).isEqualTo(received.person);
      assertThat(faces(store)).isEqualTo(expected);
      assertThat(store.check()).isEmpty();
    }
    Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
    assertThat(Files.exists(LibraryFolder.databaseIn(copy))).isEqualTo(received.backup);
    if (received.backup) {
      try (WritableStore store = WritableStore.open(copy, OPTIONS)) {
        assertThat(faces(store)).isEqualTo(expected);
        assertThat(store.check()).isEmpty();
      }
    }
  }

  private static Set<FaceId> faces(WritableStore store) {
    Set<FaceId> faces = new HashSet<>();
    StoreSteps.faces(store, ANN).ifPresent(faces::addAll);
    return faces;
  }

  @Test
  void aReadOnlyFolderIsRefusedForWritingAndCanBeRead() {
    use(parent.resolve("faces"), file -> {});
    Path readOnly =
        FaultyFiles.at(
            parent.resolve("faces"),
            file -> {
              throw new FileSystemException(file.toString(), null, "Read-only file system");
            });

    assertThatThrownBy(() -> WritableStore.open(readOnly, OPTIONS))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            e -> assertThat(e.kind()).isEqualTo(ErrorKind.PERMISSION_DENIED))
        .hasMessageContaining("folder must be writable");
    try (ReadOnlyStore store = ReadOnlyStore.open(readOnly, OPTIONS.model())) {
      assertThat(StoreSteps.faceCount(store, ANN)).contains(1);
    }
  }

  @Test
  void aFailedBackupLeavesTheFolderEmptyAndCanBeRepeated() throws Exception {
    Path copy = parent.resolve("copy");
    Path failing =
        FaultyFiles.at(
            copy,
            file -> {
              if (file.startsWith(copy.resolve("images")) && !Files.exists(file)) {
                throw new IOException("No space left on device");
              }
            });
    try (WritableStore store = WritableStore.open(parent.resolve("faces"), OPTIONS)) {
      StoreSteps.addPerson(store, ANN, "Ann");
      StoreSteps.addFace(store, ANN, TestImages.of(1), 1, 2, 3, 4);

      assertThatThrownBy(() -> store.backup(failing)).hasMessageContaining("backup");

      try (Stream<Path> left = Files.list(copy)) {
        assertThat(left).isEmpty();
      }
      store.backup(copy);
    }
    try (WritableStore store = WritableStore.open(copy, OPTIONS)) {
      assertThat(store.check()).isEmpty();
    }
  }
}
