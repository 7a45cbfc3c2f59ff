package io.facelibrary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.support.Erasure;
import io.facelibrary.engine.Part;
import io.facelibrary.engine.PersonChange;
import io.facelibrary.engine.PersonSnapshot;
import io.facelibrary.engine.Reads;
import io.facelibrary.testkit.TestImages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
  private static final PersonId DELETED = PersonId.of("id-of-the-deleted");
  private static final PersonId OTHER = PersonId.of("other");
  private static final String NAME = "name of the deleted";
  private static final String NOTE = "note of the deleted, ".repeat(400);
  private static final float[] VECTOR = {0x1.2468acp3f, 0x1.13579bp-3f, 0x1.fedcbap5f, -1.5f};

  @TempDir Path folder;

  @Test
  void noFileContainsADeletedPersonAfterTheNextCheckpoint() throws Exception {
    FaceImage.Bytes image = TestImages.random();
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.defaults().withModel("m", 4))) {
      StoreSteps.addPerson(store, OTHER, "Other");
      store.add(AddPerson.of(DELETED).withName(NAME).withNote(NOTE), List.of());
      StoreSteps.addFace(store, OTHER, TestImages.random(), 1, 2, 3, 4);
      StoreSteps.addFace(store, DELETED, image, VECTOR);
      store.components().checkpoint();
      StoreSteps.change(store, DELETED, PersonChange.NONE.withName(NAME + " too"));
      for (byte[] trace : traces(image)) {
        assertThat(Erasure.occursIn(folder, trace)).isTrue();
      }

      StoreSteps.forget(store, DELETED);
      boolean truncated = store.components().checkpoint();

      assertThat(truncated).isTrue();
      for (byte[] trace : traces(image)) {
        assertThat(Erasure.occursIn(folder, trace)).isFalse();
      }
      assertThat(Erasure.occursIn(folder, "Other".getBytes(StandardCharsets.UTF_8))).isTrue();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void noFileContainsADeletedPersonSoonAfterAReaderOfItHasEnded() throws Exception {
    FaceImage.Bytes image = TestImages.random();
    try (WritableStore store =
        WritableStore.open(folder, StoreOptions.defaults().withModel("m", 4))) {
      store.add(AddPerson.of(DELETED).withName(NAME).withNote(NOTE), List.of());
      StoreSteps.addFace(store, DELETED, image, VECTOR);
      CountDownLatch deleted = new CountDownLatch(1);
      CountDownLatch reading = new CountDownLatch(1);
      Thread reader =
          new Thread(
              () ->
                  store.read(
                      DELETED,
                      Reads.of(Part.TEXT),
                      person -> readSlowly(person, reading, deleted)));
      reader.start();
      reading.await();

      StoreSteps.forget(store, DELETED);
      deleted.countDown();
      reader.join();

      for (byte[] trace : traces(image)) {
        while (Erasure.occursIn(folder, trace)) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static String readSlowly(
      PersonSnapshot person, CountDownLatch reading, CountDownLatch deleted) {
    try {
      String name = person.name();
      reading.countDown();
      deleted.await();
      return name;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<byte[]> traces(FaceImage.Bytes image) {
    Stream<byte[]> texts =
        Stream.of(DELETED.value(), NAME, "note of the deleted")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    byte[] content = image.bytes();
    byte[] part = Arrays.copyOfRange(content, content.length / 2, content.length / 2 + 16);
    return Stream.concat(
            texts, Stream.of(part, PersonRowWriter.bytes(VECTOR), ImageFiles.bytes(image.sha256())))
        .toList();
  }
}
