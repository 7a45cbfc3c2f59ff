package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.testkit.TestPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a writing process at any moment, again and again in the same folder, and looks at what is
 * there. How often is set by the property {@code facelibrary.kills}.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("facelibrary.kills", 10);
  private static final int CALLERS = 4;
  private static final StoreOptions SETTINGS = StoreOptions.plain().withModel("m", 4);

  @TempDir Path parent;

  private final Random random = new Random();
  private final Map<PersonId, Set<String>> acknowledged = new HashMap<>();
  // What each caller had begun and not been answered: it may have been done, or not.
  private final Map<PersonId, String> begun = new HashMap<>();
  private boolean backedUp;

  @Test
  void whatWasAcknowledgedIsThereAndNothingElse() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      writeUntilKilled(kill);

      lookAtEverything();
      lookAtBackup(kill);
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
    // A line that was cut off by the end is one that nobody was told.
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[3].equals(".")) {
      return;
    }
    PersonId person = PersonId.of(words[1]);
    List<String> faces = List.of(words[2].split(",", -1));
    switch (words[0]) {
      case "backup" -> backedUp = true;
      case "begin" -> begun.put(person, words[2]);
      case "person" -> acknowledged.put(person, new HashSet<>());
      case "added" -> acknowledged.get(person).addAll(faces);
      case "deleted" -> faces.forEach(acknowledged.get(person)::remove);
      case "forgot" -> acknowledged.remove(person);
      default -> throw new IllegalArgumentException(words[0]);
    }
    if (!words[0].equals("begin")) {
      begun.remove(person);
    }
  }

  private void lookAtEverything() {
    try (WritableStore store = WritableStore.open(folder(), SETTINGS)) {
      assertThat(store.check()).isEmpty();
      Set<PersonId> expected = new HashSet<>(acknowledged.keySet());
      Set<PersonId> found = new HashSet<>(store.members(GroupId.DEFAULT, Optional.empty(), 9999));
      for (PersonId person : begun.keySet()) {
        if (!acknowledged.containsKey(person) || !found.contains(person)) {
          assertThat(begun.get(person)).isIn("person", "forget");
          expected.remove(person);
          found.remove(person);
          forget(store, person);
        }
      }
      assertThat(found).isEqualTo(expected);
      acknowledged.forEach((person, faces) -> lookAt(store, person, faces));
      begun.clear();
    }
  }

  private void lookAt(WritableStore store, PersonId person, Set<String> faces) {
    Set<String> found = new HashSet<>();
    store
        .read(person, PersonReader::faces)
        .orElseThrow()
        .forEach(face -> found.add(face.id().value()));
    Set<String> differ = new HashSet<>(found);
    differ.addAll(faces);
    differ.removeIf(face -> found.contains(face) && faces.contains(face));
    String open = begun.get(person);
    if (!differ.isEmpty()) {
      // What had begun was done wholly, or it was not done.
      assertThat(open).isNotNull();
      assertThat(differ).containsExactlyInAnyOrder(open.split(",", -1));
      faces.clear();
      faces.addAll(found);
    }
  }

  private void lookAtBackup(int round) {
    Path backup = backup(round);
    boolean isLibrary = Files.exists(LibraryFolder.databaseIn(backup));
    assertThat(isLibrary || !backedUp).isTrue();
    if (isLibrary) {
      try (WritableStore copy = WritableStore.open(backup, SETTINGS)) {
        assertThat(copy.check()).isEmpty();
      }
    }
    backedUp = false;
  }

  private void forget(WritableStore store, PersonId person) {
    store.change(person, List.of(), WritableStoreTest::forget);
    acknowledged.remove(person);
  }

  /** Writes for ever, saying before each write what begins and after it what was acknowledged. */
  static final class Writing {
    private final WritableStore store;
    private final Random random = new Random();

    private Writing(WritableStore store) {
      this.store = store;
    }

    public static void main(String[] args) {
      Writing writing = new Writing(WritableStore.open(Path.of(args[0]), SETTINGS));
      for (int caller = 0; caller < CALLERS; caller++) {
        String prefix = "p" + args[1] + "-" + caller + "-";
        new Thread(() -> writing.run(prefix)).start();
      }
      new Thread(() -> writing.backUp(Path.of(args[2]))).start();
    }

    private void backUp(Path target) {
      store.backup(target);
      say("backup", PersonId.of("nobody"), "");
    }

    private void run(String prefix) {
      for (int i = 0; true; i++) {
        PersonId person = PersonId.of(prefix + i);
        say("begin", person, "person");
        store.add(person, "name", "note", added -> added.join(Set.of(GroupId.DEFAULT)));
        say("person", person, "");
        List<String> faces = new ArrayList<>(add(person, 1));
        for (int step = 0; step < 12; step++) {
          int deed = random.nextInt(12);
          if (deed == 0) {
            faces.addAll(add(person, 40));
          } else if (deed < 6 && faces.size() > 2) {
            delete(person, faces.remove(random.nextInt(faces.size())));
          } else {
            faces.addAll(add(person, 1));
          }
        }
        if (random.nextInt(3) == 0) {
          say("begin", person, "forget");
          store.change(person, List.of(), WritableStoreTest::forget);
          say("forgot", person, "");
        }
      }
    }

    /** Adds faces in one call, as an import does. */
    private List<String> add(PersonId person, int count) {
      FaceImage picture = TestPictures.of(random.nextInt(50));
      float[] vector = {random.nextFloat(), 1, 2, 3};
      List<Face> faces = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        faces.add(Face.of(store.nextFace()));
      }
      List<String> ids = faces.stream().map(face -> face.id().value()).toList();
      say("begin", person, String.join(",", ids));
      store.change(
          person,
          List.of(picture),
          state -> {
            faces.forEach(
                face -> state.addFace(face, WritableStoreTest.kept(picture, Optional.of(vector))));
            return true;
          });
      say("added", person, String.join(",", ids));
      return ids;
    }

    private void delete(PersonId person, String face) {
      say("begin", person, face);
      store.change(person, List.of(), state -> state.deleteFace(FaceId.of(face)));
      say("deleted", person, face);
    }

    private static void say(String what, PersonId person, String detail) {
      synchronized (System.out) {
        System.out.println(what + " " + person.value() + " " + detail + " .");
        System.out.flush();
      }
    }
  }
}
