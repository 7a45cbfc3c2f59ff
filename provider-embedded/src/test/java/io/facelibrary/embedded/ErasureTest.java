package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.engine.PersonReader;
import io.facelibrary.engine.PersonWriter;
import io.facelibrary.testkit.TestPictures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
  private static final PersonId ERASED = PersonId.of("id-of-the-erased");
  private static final PersonId OTHER = PersonId.of("other");
  private static final String NAME = "name of the erased";
  private static final String NOTE = "note of the erased, ".repeat(600);
  private static final float[] VECTOR = {0x1.2468acp3f, 0x1.13579bp-3f, 0x1.fedcbap5f, -1.5f};

  @TempDir Path folder;

  @Test
  void nothingOfADeletedPersonIsInAnyFileAfterTheNextCheckpoint() throws Exception {
    FaceImage.Bytes picture = TestPictures.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain().withModel("m", 4))) {
      store.add(OTHER, "Other", "", person -> person.join(Set.of(GroupId.DEFAULT)));
      store.add(ERASED, NAME, NOTE, person -> person.join(Set.of(GroupId.DEFAULT)));
      WritableStoreTest.add(store, OTHER, TestPictures.random(), 1, 2, 3, 4);
      WritableStoreTest.add(store, ERASED, picture, VECTOR);
      store.parts().checkpoint();
      store.change(ERASED, List.of(), person -> renamed(person, NAME + " too"));
      for (byte[] trace : traces(picture)) {
        assertThat(Erasure.occursIn(folder, trace)).isTrue();
      }

      store.change(ERASED, List.of(), WritableStoreTest::forget);
      boolean emptied = store.parts().checkpoint();

      assertThat(emptied).isTrue();
      for (byte[] trace : traces(picture)) {
        assertThat(Erasure.occursIn(folder, trace)).isFalse();
      }
      assertThat(Erasure.occursIn(folder, "Other".getBytes(StandardCharsets.UTF_8))).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void nothingOfADeletedPersonIsInAnyFileAMomentLaterAlsoWhenSomebodyWasReading() throws Exception {
    FaceImage.Bytes picture = TestPictures.random();
    try (WritableStore store = WritableStore.open(folder, StoreOptions.plain().withModel("m", 4))) {
      store.add(ERASED, NAME, NOTE, person -> person.join(Set.of(GroupId.DEFAULT)));
      WritableStoreTest.add(store, ERASED, picture, VECTOR);
      CountDownLatch deleted = new CountDownLatch(1);
      Thread reader = new Thread(() -> store.read(ERASED, person -> waits(person, deleted)));
      reader.start();
      while (reader.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }

      store.change(ERASED, List.of(), WritableStoreTest::forget);
      deleted.countDown();
      reader.join();

      for (byte[] trace : traces(picture)) {
        while (Erasure.occursIn(folder, trace)) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static String waits(PersonReader person, CountDownLatch latch) {
    try {
      String name = person.name();
      latch.await();
      return name;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean renamed(PersonWriter person, String name) {
    person.name(name);
    return true;
  }

  private static List<byte[]> traces(FaceImage.Bytes picture) {
    Stream<byte[]> texts =
        Stream.of(ERASED.value(), NAME, "note of the erased")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    byte[] content = picture.bytes();
    byte[] part = Arrays.copyOfRange(content, content.length / 2, content.length / 2 + 16);
    return Stream.concat(
            texts,
            Stream.of(part, PersonRowWriter.bytes(VECTOR), ImageFiles.bytes(picture.sha256())))
        .toList();
  }
}
