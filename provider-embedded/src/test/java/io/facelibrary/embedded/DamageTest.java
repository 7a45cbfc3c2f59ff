package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.testkit.TestPictures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes are flipped and files cut off, at many places. */
class DamageTest {
  private static final StoreOptions SETTINGS = StoreOptions.plain().withModel("m", 4);
  private static final int PERSONS = 12;
  private static final int TRIES = 40;

  @TempDir Path parent;

  private final Random random = new Random(11);

  @Test
  void aDamagedDatabaseIsATypedErrorOrAnswersAndIsNeverMended() throws Exception {
    Path healthy = parent.resolve("healthy");
    fill(healthy);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      Path folder = copy(healthy, "database" + i);
      Path database = LibraryFolder.databaseIn(folder);
      damage(database, i);
      byte[] damaged = Files.readAllBytes(database);

      try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
        readAll(store);
        store.check();
      } catch (FaceLibraryException e) {
        refused++;
        assertThat(e.kind()).isNotNull();
        if (opensNot(folder)) {
          assertThat(withoutCounters(database)).isEqualTo(withoutCounters(damaged));
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aDamagedLogOfAnUncleanEndIsRefusedUnlessItIsTheLastWrite() throws Exception {
    Path crashed = parent.resolve("crashed");
    try (WritableStore store = WritableStore.open(parent.resolve("living"), SETTINGS)) {
      addPersons(store);
      copy(parent.resolve("living"), "crashed");
    }
    Path log = crashed.resolve("library.db-wal");
    long size = Files.size(log);
    for (long at : new long[] {0, 20, 40, 100, size / 4, size / 2}) {
      Path folder = copy(crashed, "log" + at);
      VectorFileTest.flip(folder.resolve("library.db-wal"), at);
      byte[] damaged = Files.readAllBytes(folder.resolve("library.db-wal"));

      assertThatThrownBy(() -> WritableStore.open(folder, SETTINGS))
          .as("byte %d of %d", at, size)
          .isInstanceOf(FaceLibraryException.class)
          .hasMessageContaining("damaged");

      assertThat(folder.resolve("library.db-wal")).hasBinaryContent(damaged);
    }
    Path torn = copy(crashed, "torn");
    cut(torn.resolve("library.db-wal"), size - 100);
    try (WritableStore store = WritableStore.open(torn, SETTINGS)) {
      assertThat(store.check()).isEmpty();
    }
  }

  @Test
  void damagedVectorsAreMadeAnewAfterAnUncleanEnd() throws Exception {
    Path crashed = parent.resolve("crashed");
    try (WritableStore store = WritableStore.open(parent.resolve("living"), SETTINGS)) {
      addPersons(store);
      copy(parent.resolve("living"), "crashed");
    }
    for (int i = 0; i < TRIES; i++) {
      Path folder = copy(crashed, "vectors" + i);
      damage(folder.resolve("vectors"), i);

      try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
        assertThat(store.check()).isEmpty();
        assertThat(store.parts().vectors().orElseThrow().size()).isEqualTo(PERSONS);
      }
    }
  }

  @Test
  void damagedVectorsAreMadeAnewSoonAfterACleanEndToo() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder);
    int header = 4096;
    int ids = VectorBlock.SLOTS * Long.BYTES;
    // Of the first slot: its face, its person, its checksum, and its numbers.
    for (long at : new long[] {0, ids, 2L * ids, 2L * ids + VectorBlock.SLOTS * Integer.BYTES}) {
      VectorFileTest.flip(folder.resolve("vectors"), header + at);

      try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
        if (store.parts().verification().isPresent()) {
          store.parts().verification().get().await();
        } // else the opening itself saw that a face had two slots

        assertThat(store.check()).isEmpty();
        assertThat(store.parts().report().restoredVectors()).isPositive();
      }
    }
  }

  @Test
  void aDamagedPictureIsATypedErrorAndLeftAsItIs() throws Exception {
    Path folder = parent.resolve("faces");
    fill(folder);
    PersonId person = PersonId.of("person-1");
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      FaceId face = store.read(person, PersonReader::faces).orElseThrow().get(0).id();
      Path picture = store.parts().pictures().file(TestPictures.of(1).sha256());
      for (int i = 0; i < TRIES; i++) {
        byte[] intact = Files.readAllBytes(picture);
        damage(picture, i);
        byte[] damaged = Files.readAllBytes(picture);

        assertThatThrownBy(() -> store.read(person, it -> it.findArchived(face)))
            .isInstanceOf(FaceLibraryException.class)
            .hasMessageContaining("picture is damaged");

        assertThat(store.check()).containsOnly(Map.entry(FindingKind.DAMAGED_PICTURE, 1));
        assertThat(picture).hasBinaryContent(damaged);
        Files.write(picture, intact);
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

  private static boolean opensNot(Path folder) {
    try {
      WritableStore.open(folder, SETTINGS).close();
      return false;
    } catch (FaceLibraryException e) {
      return true;
    }
  }

  // Opening may note in the header that the file was opened; what it holds stays.
  private static byte[] withoutCounters(Path file) throws IOException {
    return withoutCounters(Files.readAllBytes(file));
  }

  private static byte[] withoutCounters(byte[] content) {
    return Arrays.copyOfRange(content, Math.min(100, content.length), content.length);
  }

  private static void readAll(WritableStore store) {
    for (GroupId group : store.groups(Optional.empty(), 9)) {
      for (PersonId person : store.members(group, Optional.empty(), 99)) {
        store.read(person, PersonReader::faces);
        store.read(person, PersonReader::note);
      }
    }
  }

  private static void fill(Path folder) {
    try (WritableStore store = WritableStore.open(folder, SETTINGS)) {
      addPersons(store);
    }
  }

  private static void addPersons(WritableStore store) {
    for (int i = 0; i < PERSONS; i++) {
      PersonId person = PersonId.of("person-" + i);
      store.add(person, "name", "note", added -> added.join(Set.of(GroupId.DEFAULT)));
      WritableStoreTest.add(store, person, TestPictures.of(i), i, 1, 2, 3);
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
