package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.EmbeddedFaceLibrary;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  @TempDir Path place;

  private static FaceLibrary empty() {
    return FaceLibraries.open("inmemory", Map.of());
  }

  /** Has a person in two groups, a person in none, an image twice and a URL. */
  private static FaceLibrary filled() {
    FaceLibrary library = empty();
    PersonId ada = PersonId.of("ada");
    PersonId bob = PersonId.of("李 明");
    Set<GroupId> groups = Set.of(GroupId.of("staff"), GroupId.of("night"));
    library.addPerson(AddPerson.of(ada, groups).withName("Ada").withNote("a note\nof two lines"));
    library.addPerson(AddPerson.of(bob));
    library.leaveGroups(bob, Set.of(GroupId.DEFAULT));
    FaceImage twice = TestImages.of(1);
    var unused = library.addFaces(AddFaces.of(ada, twice, TestImages.of(2), twice)).orThrow();
    unused =
        library.addFaces(AddFaces.of(bob, FaceImage.at("https://example.com/bob.jpg"))).orThrow();
    return library;
  }

  private static void assertSame(FaceLibrary one, FaceLibrary other) {
    assertThat(Doubles.content(other)).isEqualTo(Doubles.content(one));
    for (String person : Doubles.content(one).keySet()) {
      assertThat(other.findPerson(PersonId.of(person)))
          .isEqualTo(one.findPerson(PersonId.of(person)));
    }
  }

  @Test
  void importsWhatItExported() {
    try (FaceLibrary source = filled();
        FaceLibrary target = empty()) {
      Path folder = place.resolve("export");

      ExportResult exported = Export.of(source).writeTo(folder);
      TransferResult imported = Transfer.of(TransferSource.export(folder), target).run();

      assertThat(exported.isComplete()).isTrue();
      assertThat(exported.faces()).isEqualTo(4);
      assertThat(imported.isComplete()).isTrue();
      assertSame(source, target);
    }
  }

  @Test
  void importsAnExportTwiceWithoutDuplicatingIt() {
    try (FaceLibrary source = filled();
        FaceLibrary target = empty()) {
      Path folder = place.resolve("export");
      var unused = Export.of(source).writeTo(folder);
      var first = Transfer.of(TransferSource.export(folder), target).run();

      TransferResult second = Transfer.of(TransferSource.export(folder), target).run();

      assertThat(second.count(ItemOutcome.DUPLICATE)).isEqualTo(first.count(ItemOutcome.ADDED));
      assertSame(source, target);
    }
  }

  @Test
  void copiesVectorsToALibraryOfTheSameModel() {
    FakeFaceEncoder encoder = new FakeFaceEncoder();
    try (FaceLibrary source =
            EmbeddedFaceLibrary.builder(place.resolve("one")).encoder(encoder).open();
        FaceLibrary target =
            EmbeddedFaceLibrary.builder(place.resolve("other")).encoder(encoder).open()) {
      PersonId ada = PersonId.of("ada");
      source.addPerson(AddPerson.of(ada));
      var unused = source.addFaces(AddFaces.of(ada, TestImages.of(1), TestImages.of(2))).orThrow();
      Path folder = place.resolve("export");

      var exported = Export.of(source).writeTo(folder);
      TransferResult imported = Transfer.of(TransferSource.export(folder), target).run();

      assertThat(exported.isComplete()).isTrue();
      assertThat(imported.isComplete()).isTrue();
      assertThat(encoder.encoded()).isEqualTo(2);
      assertSame(source, target);
    }
  }

  @Test
  void copiesVectorsInCallsThatTheTargetAccepts() {
    FakeFaceEncoder encoder = new FakeFaceEncoder();
    Limits small = Limits.builder().imagesPerCall(2).imageBytes(TestImages.of(1).size()).build();
    try (FaceLibrary source =
            EmbeddedFaceLibrary.builder(place.resolve("one")).encoder(encoder).open();
        FaceLibrary target =
            EmbeddedFaceLibrary.builder(place.resolve("other"))
                .encoder(encoder)
                .limits(small)
                .open()) {
      PersonId ada = PersonId.of("ada");
      source.addPerson(AddPerson.of(ada));
      for (int i = 0; i < 5; i++) {
        var unused = source.addFaces(AddFaces.of(ada, TestImages.of(i))).orThrow();
      }
      Transfer transfer = Transfer.of(TransferSource.library(source), target);

      TransferResult plan = transfer.plan();
      TransferResult result = transfer.run();

      assertThat(result).isEqualTo(plan);
      assertThat(result.count(ItemOutcome.ADDED) + result.count(ItemOutcome.REJECTED)).isEqualTo(5);
      assertThat(result.count(ItemOutcome.ADDED)).isGreaterThan(2);
      assertThat(encoder.encoded()).isEqualTo(5);
    }
  }

  @Test
  void namesTheDamagedFile() throws IOException {
    try (FaceLibrary source = filled()) {
      Path folder = place.resolve("export");
      var unused = Export.of(source).writeTo(folder);
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files =
            all.filter(Files::isRegularFile)
                .filter(file -> !file.endsWith("manifest.json"))
                .toList();
      }

      for (Path file : files) {
        byte[] whole = Files.readAllBytes(file);
        byte[] broken = whole.clone();
        broken[broken.length / 2] ^= 1;
        Files.write(file, broken);

        assertThatThrownBy(() -> TransferSource.export(folder))
            .isInstanceOf(InvalidRequestException.class)
            .hasMessageContaining(file.getFileName().toString());

        Files.delete(file);
        assertThatThrownBy(() -> TransferSource.export(folder))
            .isInstanceOf(InvalidRequestException.class);
        Files.write(file, whole);
      }
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void refusesAnUnfinishedExport() {
    try (FaceLibrary source = filled()) {
      Path folder = place.resolve("export");
      assertThatThrownBy(() -> Export.of(source).stopWhen(() -> true).writeTo(folder))
          .isInstanceOf(FaceLibraryException.class);

      assertThatThrownBy(() -> TransferSource.export(folder))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("finished export");
    }
  }

  @Test
  void migratesThereAndBackWithoutLoss() {
    try (FaceLibrary source = filled();
        FaceLibrary disk = EmbeddedFaceLibrary.builder(place.resolve("disk")).open();
        FaceLibrary back = empty()) {
      Migration there = Migration.of(source, disk, place.resolve("there.jsonl"));
      Migration home = Migration.of(disk, back, place.resolve("back.jsonl"));

      TransferResult first = there.transfer().run();
      TransferResult second = home.transfer().run();

      assertThat(first.isComplete()).isTrue();
      assertThat(second.isComplete()).isTrue();
      assertThat(there.verify(10).differences()).isEmpty();
      assertThat(home.verify(10).differences()).isEmpty();
      assertSame(source, back);
    }
  }

  @Test
  void verificationNamesTheMissingPerson() {
    try (FaceLibrary source = filled();
        FaceLibrary target = empty()) {
      Migration migration = Migration.of(source, target, place.resolve("journal"));
      var unused = migration.transfer().run();
      assertThat(target.deletePerson(PersonId.of("ada"))).isTrue();

      Verification verification = migration.verify(0);

      assertThat(verification.isEqual()).isFalse();
      assertThat(verification.differences()).contains("person ada is missing");
    }
  }

  @Test
  void refusesATargetThatHasAPerson() {
    try (FaceLibrary source = filled();
        FaceLibrary target = filled()) {
      Migration migration = Migration.of(source, target, place.resolve("journal"));

      assertThatThrownBy(migration::transfer)
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("must be an empty library");
    }
  }

  @Test
  void reportsThatPersonsInNoGroupAreNotIncluded() {
    try (FaceLibrary source = filled();
        FaceLibrary target = empty()) {
      TransferResult result =
          Transfer.of(TransferSource.library(new Doubles.Cloud(source)), target).run();

      assertThat(result.includesUngrouped()).isFalse();
      assertThat(result.isComplete()).isFalse();
      assertThat(Doubles.content(target)).containsOnlyKeys("ada");
    }
  }

  @Test
  void fetchesImagesOnlyIfAskedTo() throws IOException {
    byte[] image = TestImages.of(5).bytes();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/face.png",
        exchange -> {
          exchange.sendResponseHeaders(200, image.length);
          exchange.getResponseBody().write(image);
          exchange.close();
        });
    server.start();
    String base =
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    PersonId ada = PersonId.of("ada");
    try (FaceLibrary source = empty();
        FaceLibrary refusing = InMemoryFaceLibrary.builder().without(Capability.IMAGE_URL).open()) {
      source.addPerson(AddPerson.of(ada));
      var unused =
          source
              .addFaces(
                  AddFaces.of(
                      ada, FaceImage.at(base + "/face.png"), FaceImage.at(base + "/gone.png")))
              .orThrow();

      TransferResult kept = Transfer.of(TransferSource.library(source), refusing).run();
      TransferResult fetched =
          Transfer.of(
                  TransferSource.libraryFetchingImages(source, Duration.ofMinutes(10)), refusing)
              .run();

      assertThat(kept.count(ItemOutcome.REJECTED)).isEqualTo(2);
      assertThat(fetched.count(ItemOutcome.ADDED)).isEqualTo(1);
      assertThat(fetched.count(ItemOutcome.REJECTED)).isEqualTo(1);
      assertThat(Doubles.content(refusing).get("ada")).containsExactly(TestImages.of(5).sha256());
    } finally {
      server.stop(0);
    }
  }
}
