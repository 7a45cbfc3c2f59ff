package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies to a library that has no persons without faces. */
class EnrolmentTest {
  @TempDir Path place;

  private static FaceLibrary target() {
    return InMemoryFaceLibrary.builder().without(Capability.PERSONS_WITHOUT_FACES).open();
  }

  private void images(String person, int... seeds) throws IOException {
    Path own = Files.createDirectories(place.resolve("images").resolve(person));
    for (int seed : seeds) {
      Files.write(own.resolve(seed + ".png"), TestImages.of(seed).bytes());
    }
  }

  private Transfer transfer(FaceLibrary library) {
    return Transfer.of(TransferSource.folder(place.resolve("images")), library)
        .journal(place.resolve("journal.jsonl"))
        .threads(1);
  }

  @Test
  void aPersonIsAddedTogetherWithTheFirstFace() throws IOException {
    images("ada", 1, 2, 3);
    images("bob", 4);
    try (FaceLibrary library = target()) {
      TransferResult plan = transfer(library).plan();
      TransferResult result = transfer(library).run();

      assertThat(result).isEqualTo(plan);
      assertThat(result.personsAdded()).isEqualTo(2);
      assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(4);
      assertThat(Doubles.content(library).get("ada")).hasSize(3);
    }
  }

  @Test
  void thePersonIsAddedWithTheFirstImageThatTheLibraryAccepts() throws IOException {
    images("ada", 1, 2, 3);
    images("bob", 4);
    try (FaceLibrary library = target()) {
      FaceLibrary picky = new Doubles.Picky(library, Set.of(TestImages.of(1), TestImages.of(4)));

      TransferResult result = transfer(picky).run();

      assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(2);
      assertThat(result.count(ItemOutcome.REJECTED)).isEqualTo(2);
      assertThat(result.personsAdded()).isEqualTo(1);
      assertThat(Doubles.content(library)).containsOnlyKeys("ada");
    }
  }

  @Test
  void aPersonWithoutFacesIsRejectedByName() {
    try (FaceLibrary source = FaceLibraries.open("inmemory", Map.of());
        FaceLibrary library = target()) {
      source.addPerson(AddPerson.of(PersonId.of("ada")));
      Transfer transfer = Transfer.of(TransferSource.library(source), library);

      TransferResult plan = transfer.plan();

      assertThat(plan.count(ItemOutcome.REJECTED)).isEqualTo(1);
      assertThat(plan.personsAdded()).isZero();
      assertThat(transfer.run()).isEqualTo(plan);
    }
  }

  @Test
  void aPersonInNoGroupIsInNoneAfterwards() throws IOException {
    PersonId ada = PersonId.of("ada");
    try (FaceLibrary source = FaceLibraries.open("inmemory", Map.of());
        FaceLibrary library = target()) {
      images("ada", 1);
      var unused = Transfer.of(TransferSource.folder(place.resolve("images")), source).run();
      source.leaveGroups(ada, Set.of(GroupId.DEFAULT));

      TransferResult result = Transfer.of(TransferSource.library(source), library).run();

      assertThat(result.isComplete()).isTrue();
      assertThat(library.findPerson(ada).orElseThrow().groups()).isEmpty();
    }
  }

  @Test
  void aFaceWithoutAnImageWaitsForOneThatHasAnImage() throws IOException {
    FakeFaceEncoder encoder = new FakeFaceEncoder();
    EncoderModel model = encoder.model();
    Files.write(place.resolve("ada.png"), TestImages.of(1).bytes());
    String vector = "[1,0,0,0,0,0,0,0,1]";
    Path list =
        Files.writeString(
            place.resolve("list.jsonl"),
            "{\"person\":\"ada\",\"vector\":%s}\n{\"person\":\"ada\",\"image\":\"ada.png\"}\n{\"person\":\"bob\",\"vector\":%s}\n"
                .formatted(vector, vector));
    try (FaceLibrary library =
        InMemoryFaceLibrary.builder()
            .encoder(encoder)
            .without(Capability.PERSONS_WITHOUT_FACES)
            .open()) {
      Transfer transfer = Transfer.of(TransferSource.jsonLines(list, model), library);

      TransferResult plan = transfer.plan();
      TransferResult result = transfer.run();

      assertThat(result).isEqualTo(plan);
      assertThat(result.count(ItemOutcome.ADDED)).isEqualTo(2);
      assertThat(result.count(ItemOutcome.REJECTED)).isEqualTo(1);
      assertThat(AllPersons.of(library)).containsExactly(PersonId.of("ada"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void losesAndDuplicatesNothingWhicheverCallItCrashesAt(boolean isDone) throws IOException {
    images("ada", 1, 2, 3);
    images("bob", 4);
    boolean crashed = true;
    for (int nth = 1; crashed; nth++) {
      Files.deleteIfExists(place.resolve("journal.jsonl"));
      try (FaceLibrary library = target()) {
        var crashing = new Doubles.Crashing(new Doubles.Cloud(library), nth, isDone);
        try {
          var unused = transfer(crashing).run();
        } catch (Doubles.Crash e) {
          assertThat(crashing.hasCrashed()).isTrue();
        }
        crashed = crashing.hasCrashed();

        TransferResult resumed = transfer(new Doubles.Cloud(library)).run();

        assertThat(resumed.count(ItemOutcome.UNKNOWN)).as("crash at call %s", nth).isZero();
        Map<String, List<String>> content = Doubles.content(library);
        assertThat(content.get("ada")).as("crash at call %s", nth).hasSize(3);
        assertThat(content.get("bob")).as("crash at call %s", nth).hasSize(1);
      }
    }
  }
}
