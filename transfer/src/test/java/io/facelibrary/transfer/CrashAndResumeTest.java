package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashAndResumeTest {
  private static final int PERSONS = 3;
  private static final int IMAGES = 4;

  @TempDir Path place;
  private Path folder;
  private Path journal;

  @BeforeEach
  void fill() throws IOException {
    folder = place.resolve("images");
    journal = place.resolve("journal.jsonl");
    for (int person = 0; person < PERSONS; person++) {
      Path own = Files.createDirectories(folder.resolve("person" + person));
      for (int i = 0; i < IMAGES; i++) {
        Files.write(own.resolve(i + ".png"), TestImages.of(person * 100 + i).bytes());
      }
    }
  }

  private Transfer transfer(FaceLibrary library) {
    return Transfer.of(TransferSource.folder(folder), library).journal(journal).threads(1);
  }

  private static FaceLibrary open() {
    return FaceLibraries.open("inmemory", Map.of());
  }

  /** Accepts two images per call, so that each person takes two calls. */
  private static FaceLibrary openWithTwoImagesPerCall() {
    return InMemoryFaceLibrary.builder().limits(Limits.builder().imagesPerCall(2).build()).open();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesAndDuplicatesNothingWhicheverCallItCrashesAt(boolean isDone) throws IOException {
    Map<String, List<String>> whole;
    try (FaceLibrary library = openWithTwoImagesPerCall()) {
      var unused = transfer(library).run();
      whole = Doubles.content(library);
    }

    boolean crashed = true;
    for (int nth = 1; crashed; nth++) {
      Files.delete(journal);
      try (FaceLibrary library = openWithTwoImagesPerCall()) {
        var crashing = new Doubles.Crashing(library, nth, isDone);
        try {
          var unused = transfer(crashing).run();
        } catch (Doubles.Crash e) {
          assertThat(crashing.hasCrashed()).isTrue();
        }
        crashed = crashing.hasCrashed();

        TransferResult resumed = transfer(library).run();

        assertThat(resumed.isComplete()).as("crash at call %s", nth).isTrue();
        assertThat(Doubles.content(library)).as("crash at call %s", nth).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsFacesIfTheLibraryDoesNotReturnItsImages(boolean isDone) throws IOException {
    boolean crashed = true;
    for (int nth = 1; crashed; nth++) {
      Files.deleteIfExists(journal);
      try (FaceLibrary library = openWithTwoImagesPerCall()) {
        var crashing = new Doubles.Crashing(new Doubles.Cloud(library), nth, isDone);
        try {
          var unused = transfer(crashing).run();
        } catch (Doubles.Crash e) {
          assertThat(crashing.hasCrashed()).isTrue();
        }
        crashed = crashing.hasCrashed();

        TransferResult resumed = transfer(new Doubles.Cloud(library)).run();

        assertThat(resumed.count(ItemOutcome.UNKNOWN)).as("crash at call %s", nth).isZero();
        assertThat(Doubles.content(library).values())
            .as("crash at call %s", nth)
            .hasSize(PERSONS)
            .allSatisfy(faces -> assertThat(faces).hasSize(IMAGES).doesNotHaveDuplicates());
      }
    }
  }

  @Test
  void neverResendsAFaceWithAnUnknownOutcome() {
    PersonId person = PersonId.of("person0");
    try (FaceLibrary library = open()) {
      library.addPerson(AddPerson.of(person));
      AddFaces ofAnotherProgram = AddFaces.of(person, TestImages.of(999));
      FaceLibrary cloud = new Doubles.Cloud(library);
      assertThatThrownBy(
              () -> transfer(new Doubles.ConcurrentlyChanged(cloud, ofAnotherProgram)).run())
          .isInstanceOf(Doubles.Crash.class);

      TransferResult resumed = transfer(cloud).run();
      TransferResult again = transfer(cloud).run();

      assertThat(resumed.count(ItemOutcome.UNKNOWN)).isEqualTo(IMAGES);
      assertThat(again.count(ItemOutcome.UNKNOWN)).isEqualTo(IMAGES);
      assertThat(Doubles.content(library).get("person0")).hasSize(1);
    }
  }

  @Test
  void neverResendsAnImageThatMayHaveBeenAdded() {
    try (FaceLibrary library = openWithTwoImagesPerCall()) {
      FaceLibrary cloud = new Doubles.Cloud(library);

      TransferResult first = transfer(new Doubles.Losing(cloud)).run();
      TransferResult again = transfer(cloud).run();

      int calls = PERSONS * IMAGES / 2;
      assertThat(first.count(ItemOutcome.ADDED)).isEqualTo(calls);
      assertThat(first.count(ItemOutcome.UNKNOWN)).isEqualTo(calls);
      assertThat(again.count(ItemOutcome.ALREADY_DONE)).isEqualTo(calls);
      assertThat(again.count(ItemOutcome.UNKNOWN)).isEqualTo(calls);
      assertThat(Doubles.content(library).values())
          .allSatisfy(faces -> assertThat(faces).hasSize(IMAGES).doesNotHaveDuplicates());
    }
  }

  @Test
  void aLostCallStaysUnknownIfTheLibraryMayReturnOlderData() {
    try (FaceLibrary library = open()) {
      FaceLibrary delayed =
          new Doubles.Poorer(new Doubles.Cloud(library), Capability.CONSISTENT_QUERIES);
      Doubles.Crashing crashing = new Doubles.Crashing(delayed, 4, false);
      assertThatThrownBy(() -> transfer(crashing).run()).isInstanceOf(Doubles.Crash.class);

      TransferResult resumed = transfer(delayed).run();

      assertThat(resumed.count(ItemOutcome.UNKNOWN)).isEqualTo(IMAGES);
      assertThat(Doubles.content(library).get("person0")).isEmpty();
    }
  }

  @Test
  void resumesWhereItWasStopped() {
    try (FaceLibrary library = open()) {
      AtomicInteger asked = new AtomicInteger();

      TransferResult stopped = transfer(library).stopWhen(() -> asked.incrementAndGet() > 7).run();
      TransferResult rest = transfer(library).run();

      assertThat(stopped.isStopped()).isTrue();
      assertThat(stopped.isComplete()).isFalse();
      assertThat(stopped.count(ItemOutcome.ADDED)).isPositive().isLessThan(PERSONS * IMAGES);
      assertThat(rest.isComplete()).isTrue();
      assertThat(rest.count(ItemOutcome.ALREADY_DONE)).isEqualTo(stopped.count(ItemOutcome.ADDED));
      assertThat(Doubles.content(library).values())
          .allSatisfy(faces -> assertThat(faces).hasSize(IMAGES).doesNotHaveDuplicates());
    }
  }

  @Test
  void ignoresAPartialLineThatACrashLeftInTheJournal() throws IOException {
    try (FaceLibrary library = open()) {
      var unused = transfer(library).run();
      Files.writeString(journal, "{\"key\":\"person0/0.p", StandardOpenOption.APPEND);

      TransferResult again = transfer(library).run();

      assertThat(again.count(ItemOutcome.ALREADY_DONE)).isEqualTo(PERSONS * IMAGES);
    }
  }

  @Test
  void refusesTheJournalOfAnotherSource() throws IOException {
    Path other = Files.createDirectories(place.resolve("other").resolve("person"));
    Files.write(other.resolve("a.png"), TestImages.of(7).bytes());
    try (FaceLibrary library = open()) {
      var unused = transfer(library).run();

      assertThatThrownBy(
              () ->
                  Transfer.of(TransferSource.folder(other.getParent()), library)
                      .journal(journal)
                      .run())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("journal belongs to another source");
    }
  }

  @Test
  void refusesAJournalThatAnotherRunUses() {
    try (FaceLibrary library = open();
        Journal used = Journal.open(journal, TransferSource.folder(folder).identity())) {
      assertThat(used.isResumed()).isFalse();

      assertThatThrownBy(() -> transfer(library).run())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("journal is in use");
    }
  }

  @Test
  void triesRejectedFacesAgain() throws IOException {
    Path broken = folder.resolve("person0").resolve("broken.jpg");
    Files.writeString(broken, "not an image");
    try (FaceLibrary library = open()) {
      TransferResult first = transfer(library).run();
      Files.write(broken, TestImages.of(99).bytes());

      TransferResult second = transfer(library).run();

      assertThat(first.count(ItemOutcome.REJECTED)).isEqualTo(1);
      assertThat(second.count(ItemOutcome.ADDED)).isEqualTo(1);
      assertThat(second.isComplete()).isTrue();
    }
  }
}
