package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.support.Child;
import io.facelibrary.embedded.support.TestSeed;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process repeatedly and checks the library after each kill. The assertions hold
 * for every moment of a kill. The system property {@code facelibrary.kills} sets the number of
 * kills.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("facelibrary.kills", 10);
  private static final int CALLERS = 4;
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", 4);

  @TempDir Path parent;

  private final long seed = TestSeed.of(KillTest.class);
  private final Random random = new Random(seed);
  private final Map<PersonId, Set<String>> acknowledged = new HashMap<>();
  // The operation in progress for each person: it may have succeeded or not.
  private final Map<PersonId, String> started = new HashMap<>();
  private boolean backedUp;

  @Test
  void everyAcknowledgedWriteIsStoredAndNoOther() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      writeUntilKilled(kill);

      checkLibrary();
      checkBackup(kill);
    }
  }

  private void writeUntilKilled(int round) throws Exception {
    Path output = parent.resolve("output" + round);
    try (Child child =
        Child.start(
            output,
            Writing.class,
            folder().toString(),
            Integer.toString(round),
            Long.toString(seed + round),
            backup(round).toString())) {
      child.awaitOutput(1 + random.nextInt(8_000));
      child.kill();
      child.lines().forEach(this::take);
    }
  }

  private Path backup(int round) {
    return parent.resolve("backup" + round);
  }

  private Path folder() {
    return parent.resolve("faces");
  }

  private void take(String line) {
    // An incomplete line was not reported to any caller.
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[3].equals(".")) {
      return;
    }
    PersonId person = PersonId.of(words[1]);
    List<String> faces = List.of(words[2].split(",", -1));
    switch (words[0]) {
      case "backup" -> backedUp = true;
      case "begin" -> started.put(person, words[2]);
      case "person" -> acknowledged.put(person, new HashSet<>());
      case "added" -> acknowledged.get(person).addAll(faces);
      case "deleted" -> faces.forEach(acknowledged.get(person)::remove);
      case "gone" -> acknowledged.remove(person);
      default -> throw new IllegalArgumentException(words[0]);
    }
    if (!words[0].equals("begin")) {
      started.remove(person);
    }
  }

  private void checkLibrary() {
    try (WritableStore store = WritableStore.open(folder(), OPTIONS)) {
      assertThat(store.check()).isEmpty();
      Set<PersonId> expected = new HashSet<>(acknowledged.keySet());
      Set<PersonId> found = new HashSet<>(StoreSteps.members(store, GroupId.DEFAULT));
      for (PersonId person : started.keySet()) {
        if (!acknowledged.containsKey(person) || !found.contains(person)) {
          assertThat(started.get(person)).isIn("person", "delete");
          expected.remove(person);
          found.remove(person);
          delete(store, person);
        }
      }
      assertThat(found).isEqualTo(expected);
      acknowledged.forEach((person, faces) -> checkFaces(store, person, faces));
      started.clear();
    }
  }

  private void checkFaces(WritableStore store, PersonId person, Set<String> faces) {
    Set<String> found = new HashSet<>();
    StoreSteps.faces(store, person).orElseThrow().forEach(face -> found.add(face.value()));
    Set<String> differ = new HashSet<>(found);
    differ.addAll(faces);
    differ.removeIf(face -> found.contains(face) && faces.contains(face));
    String open = started.get(person);
    if (!differ.isEmpty()) {
      // An operation that had started is complete or has no effect.
      assertThat(open).isNotNull();
      assertThat(differ).containsExactlyInAnyOrder(open.split(",", -1));
      faces.clear();
      faces.addAll(found);
    }
  }

  private void checkBackup(int round) {
    Path backup = backup(round);
    boolean isLibrary = Files.exists(LibraryFolder.databaseIn(backup));
    assertThat(isLibrary || !backedUp).isTrue();
    if (isLibrary) {
      try (WritableStore copy = WritableStore.open(backup, OPTIONS)) {
        assertThat(copy.check()).isEmpty();
      }
    }
    backedUp = false;
  }

  private void delete(WritableStore store, PersonId person) {
    StoreSteps.forget(store, person);
    acknowledged.remove(person);
  }

  /** Writes until it is killed. Prints each write before it starts and after it is acknowledged. */
  static final class Writing {
    private final WritableStore store;
    private final Random random;

    private Writing(WritableStore store, long seed) {
      this.store = store;
      random = new Random(seed);
    }

    public static void main(String[] args) {
      WritableStore store = WritableStore.open(Path.of(args[0]), OPTIONS);
      long seed = Long.parseLong(args[2]);
      for (int caller = 0; caller < CALLERS; caller++) {
        String prefix = "p" + args[1] + "-" + caller + "-";
        Writing writing = new Writing(store, seed * CALLERS + caller);
        new Thread(() -> writing.run(prefix)).start();
      }
      new Thread(() -> backUp(store, Path.of(args[3]))).start();
    }

    private static void backUp(WritableStore store, Path target) {
      store.backup(target);
      print("backup", PersonId.of("none"), "");
    }

    private void run(String prefix) {
      for (int i = 0; true; i++) {
        PersonId person = PersonId.of(prefix + i);
        print("begin", person, "person");
        StoreSteps.addPerson(store, person, "name");
        print("person", person, "");
        List<String> faces = new ArrayList<>(add(person, 1));
        for (int step = 0; step < 12; step++) {
          int operation = random.nextInt(12);
          if (operation == 0) {
            faces.addAll(add(person, 40));
          } else if (operation < 6 && faces.size() > 2) {
            delete(person, faces.remove(random.nextInt(faces.size())));
          } else {
            faces.addAll(add(person, 1));
          }
        }
        if (random.nextInt(3) == 0) {
          print("begin", person, "delete");
          StoreSteps.forget(store, person);
          print("gone", person, "");
        }
      }
    }

    /** Adds faces in one call, like an import. */
    private List<String> add(PersonId person, int count) {
      FaceImage image = TestImages.of(random.nextInt(50));
      float[] vector = {random.nextFloat(), 1, 2, 3};
      List<FaceId> faces = store.newFaceIds(count);
      List<String> ids = faces.stream().map(FaceId::value).toList();
      print("begin", person, String.join(",", ids));
      StoreSteps.addFaces(store, person, faces, image, vector);
      print("added", person, String.join(",", ids));
      return ids;
    }

    private void delete(PersonId person, String face) {
      print("begin", person, face);
      StoreSteps.deleteFace(store, person, FaceId.of(face));
      print("deleted", person, face);
    }

    private static void print(String event, PersonId person, String detail) {
      synchronized (System.out) {
        System.out.println(event + " " + person.value() + " " + detail + " .");
        System.out.flush();
      }
    }
  }
}
