package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flips bytes and truncates files at many places. */
class DamageTest {
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", 4);
  private static final int PERSONS = 12;
  private static final int TRIES = 40;

  @TempDir Path parent;

  private final Random random = new Random(11);

  @Test
  void aDamagedDatabaseIsReportedOrReadableAndNeverChanged() throws Exception {
    Path healthy = parent.resolve("healthy");
    fill(healthy);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      Path folder = copy(healthy, "database" + i);
      Path database = LibraryFolder.databaseIn(folder);
      damage(database, i);
      byte[] damaged = Files.readAllBytes(database);

      try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
        readAll(store);
        store.check();
      } catch (FaceLibraryException e) {
        refused++;
        assertThat(e.kind()).isNotNull();
        if (isRefused(folder)) {
          assertThat(withoutCounters(database)).isEqualTo(withoutCounters(damaged));
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aDamagedLogIsRefusedUnlessTheLastCommitIsDamaged() throws Exception {
    Path crashed = parent.resolve("crashed");
    try (WritableStore store = WritableStore.open(parent.resolve("living"), OPTIONS)) {
      addPersons(store);
      copy(parent.resolve("living"), "crashed");
    }
    Path log = crashed.resolve("library.db-wal");
    long size = Files.size(log);
    for (long at : new long[] {0, 20, 40, 100, size / 4, size / 2}) {
      Path folder = copy(crashed, "log" + at);
      VectorFileTest.flip(folder.resolve("library.db-wal"), at);
      byte[] damaged = Files.readAllBytes(folder.resolve("library.db-wal"));

      assertThatThrownBy(() -> WritableStore.open(folder, OPTIONS))
          .as("byte %d of %d", at, size)
          .isInstanceOf(FaceLibraryException.class)
          .hasMessageContaining("damaged")
          .hasMessageContaining("(DAMAGED, effect NONE)");

      assertThat(folder.resolve("library.db-wal")).hasBinaryContent(damaged);
    }
    Path torn = copy(crashed, "torn");
    cut(torn.resolve("library.db-wal"), size - 100);
    try (WritableStore store = WritableStore.open(torn, OPTIONS)) {
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void damagedVectorsAreRestoredAfterACrash() throws Exception {
    Path crashed = parent.resolve("crashed");
    try (WritableStore store = WritableStore.open(parent.resolve("living"), OPTIONS)) {
      addPersons(store);
      copy(parent.resolve("living"), "crashed");
    }
    for (int i = 0; i < TRIES; i++) {
      Path folder = copy(crashed, "vectors" + i);
      damage(folder.resolve("vectors"), i);

      try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
        assertThat(store.check()).isEmpty();
        assertThat(store.components().vectors().orElseThrow().size()).isEqualTo(PERSONS);
      }
    }
  }

  @Test
  void damagedVectorsAreRestoredInTheBackgroundAfterACleanShutdown() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder);
    int header = 4096;
    int ids = VectorBlock.SLOTS * Long.BYTES;
    // The face, the person, the checksum and the vector of the first slot.
    for (long at : new long[] {0, ids, 2L * ids, 2L * ids + VectorBlock.SLOTS * Integer.BYTES}) {
      VectorFileTest.flip(folder.resolve("vectors"), header + at);

      try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
        if (store.components().verification().isPresent()) {
          store.components().verification().get().await();
        } // else opening found a face with two slots

        assertThat(store.check()).isEmpty();
        assertThat(store.components().report().restoredVectors()).isPositive();
      }
    }
  }

  @Test
  void aDamagedImageIsReportedAndNotChanged() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder);
    PersonId person = PersonId.of("person-1");
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      FaceId face = StoreSteps.faces(store, person).orElseThrow().get(0);
      Path image = store.components().images().file(TestImages.of(1).sha256());
      for (int i = 0; i < TRIES; i++) {
        byte[] intact = Files.readAllBytes(image);
        damage(image, i);
        byte[] damaged = Files.readAllBytes(image);

        assertThatThrownBy(() -> StoreSteps.content(store, person, face))
            .isInstanceOf(FaceLibraryException.class)
            .hasMessageContaining("image file is damaged")
            .hasMessageContaining("(DAMAGED, effect NONE)");

        assertThat(store.check()).containsOnly(Map.entry(FindingKind.DAMAGED_IMAGE, 1));
        assertThat(image).hasBinaryContent(damaged);
        Files.write(image, intact);
      }
    }
  }

  private void damage(Path file, int round) throws IOException {
    long size = Files.size(file);
    if (round % 4 == 3) {
      cut(file, random.nextLong(size));
    } else {
      int flips = 1 + round % 3 * 20;
      for (long at : random.longs(0, size).distinct().limit(flips).toArray()) {
        VectorFileTest.flip(file, at);
      }
    }
  }

  private static void cut(Path file, long size) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(size);
    }
  }

  private static boolean isRefused(Path folder) {
    try {
      WritableStore.open(folder, OPTIONS).close();
      return false;
    } catch (FaceLibraryException e) {
      return true;
    }
  }

  // Opening may update counters in the header, but not the content.
  private static byte[] withoutCounters(Path file) throws IOException {
    return withoutCounters(Files.readAllBytes(file));
  }

  private static byte[] withoutCounters(byte[] content) {
    return Arrays.copyOfRange(content, Math.min(100, content.length), content.length);
  }

  private static void readAll(WritableStore store) {
    for (GroupId group : store.groups(Optional.empty(), 9)) {
      for (PersonId person : StoreSteps.members(store, group)) {
        StoreSteps.faces(store, person);
        StoreSteps.note(store, person);
      }
    }
  }

  private static void fill(Path folder) {
    try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
      addPersons(store);
    }
  }

  private static void addPersons(WritableStore store) {
    for (int i = 0; i < PERSONS; i++) {
      PersonId person = PersonId.of("person-" + i);
      StoreSteps.addPerson(store, person, "name");
      StoreSteps.addFace(store, person, TestImages.of(i), i, 1, 2, 3);
    }
  }

  private Path copy(Path folder, String name) throws IOException {
    Path target = parent.resolve(name);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> !file.endsWith("library.db-shm")).toList();
    }
    for (Path file : files) {
      Files.copy(file, target.resolve(folder.relativize(file).toString()));
    }
    return target;
  }
}
