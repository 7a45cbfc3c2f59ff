package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Effect;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.support.TestSeed;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Runs a program with a limit on the size of its files. The limit makes writes of the database file
 * and of its log fail, also within a commit.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the system has no limit of the file size")
class LimitedDiskTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withModel("m", 4);
  private static final int TRIES = 3;

  @TempDir Path parent;

  @Test
  void noAcknowledgedWriteIsLostWhereverADatabaseWriteFails() throws Exception {
    Random random = new Random(TestSeed.of(LimitedDiskTest.class));
    for (int i = 0; i < TRIES; i++) {
      Path folder = parent.resolve("faces" + i);
      WritableStore.open(folder, OPTIONS).close();
      // More than the empty library has, and less than the program writes.
      int kilobytes = 160 + random.nextInt(1_500);

      List<String> lines = write(folder, kilobytes);

      assertThat(lines).as("%d kB", kilobytes).contains("failed");
      assertThat(lines).noneMatch(line -> line.startsWith("unexpected"));
      Set<String> acknowledged = new HashSet<>();
      Set<String> uncertain = new HashSet<>();
      lines.stream().filter(line -> line.startsWith("+")).forEach(acknowledged::add);
      lines.stream().filter(line -> line.startsWith("?")).forEach(uncertain::add);
      assertThat(acknowledged).as("%d kB", kilobytes).isNotEmpty();
      try (WritableStore store = WritableStore.open(folder, OPTIONS)) {
        Set<String> found = new HashSet<>();
        StoreSteps.faces(store, ANN)
            .ifPresent(faces -> faces.forEach(face -> found.add("+" + face.value())));
        found.removeIf(face -> uncertain.contains("?" + face.substring(1)));
        assertThat(found).as("%d kB", kilobytes).isEqualTo(acknowledged);
        assertThat(store.check()).isEmpty();
      }
    }
  }

  /** Unpacks SQLite here: the program could not, because the file is larger than its limit. */
  @BeforeEach
  void unpackNativeLibrary() throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      Files.copy(library, parent.resolve(name));
    }
  }

  private List<String> write(Path folder, int kilobytes) throws Exception {
    Path output = parent.resolve(folder.getFileName() + "-output");
    Process child =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f " + 2 * kilobytes + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dorg.sqlite.lib.path=" + parent,
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    child.waitFor();
    return Files.readAllLines(output);
  }

  /** Adds faces and prints each one, until five calls have failed. */
  static final class Writing {
    private static int failures;

    private Writing() {}

    public static void main(String[] args) {
      try (WritableStore store = WritableStore.open(Path.of(args[0]), OPTIONS)) {
        StoreSteps.addPerson(store, ANN, "Ann");
        for (int i = 0; failures < 5; i++) {
          add(store, i);
        }
      } catch (FaceLibraryException e) {
        System.out.println("failed");
      } catch (RuntimeException e) {
        System.out.println("unexpected " + e);
      }
    }

    private static void add(WritableStore store, int number) {
      List<FaceId> faces = store.newFaceIds(1 + number % 50);
      FaceImage url = FaceImage.at("https://example.org/" + "face".repeat(200));
      FaceImage image = number % 10 == 0 ? TestImages.of(number) : url;
      try {
        StoreSteps.addFaces(store, ANN, faces, image, 1, 2, 3, 4);
        faces.forEach(face -> System.out.println("+" + face.value()));
      } catch (FaceLibraryException e) {
        failures++;
        System.out.println("failed");
        if (e.effect() == Effect.UNKNOWN) {
          faces.forEach(face -> System.out.println("?" + face.value()));
        }
      }
    }
  }
}
