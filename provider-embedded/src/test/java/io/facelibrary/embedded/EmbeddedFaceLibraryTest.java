package io.facelibrary.embedded;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.CheckReport;
import io.facelibrary.DeleteFaces;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.LibraryMaintenance;
import io.facelibrary.Limits;
import io.facelibrary.Pages;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFaceLibraryTest {
  private static final PersonId ANN = PersonId.of("ann");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceImage.Bytes IMAGE = TestImages.of(1);

  @TempDir private Path root;

  private Path folder() {
    return root.resolve("library");
  }

  private FaceLibrary open() {
    return EmbeddedFaceLibrary.builder(folder()).open();
  }

  private FaceLibrary open(FaceEncoder encoder) {
    return EmbeddedFaceLibrary.builder(folder()).encoder(encoder).open();
  }

  private static FaceId addAnn(FaceLibrary library) {
    library.addPerson(AddPerson.of(ANN, STAFF).withName("Ann"));
    return library.addFaces(AddFaces.of(ANN, IMAGE)).orThrow().get(0);
  }

  private static Optional<Candidate> best(FaceLibrary library, FaceImage image) {
    return library.search(Search.of(image, STAFF).withMinSimilarity(Similarity.NONE)).best();
  }

  @Test
  void everythingIsStoredWhenOpenedByNameAgain() {
    Map<String, String> settings = Map.of("folder", folder().toString());
    FaceId face;
    try (FaceLibrary library = FaceLibraries.open("embedded", settings)) {
      face = addAnn(library);
    }

    try (FaceLibrary library = FaceLibraries.open("embedded", settings)) {
      assertThat(library.findPerson(ANN)).contains(Person.of(ANN, Set.of(STAFF)).withName("Ann"));
      assertThat(library.queryFaces(QueryFaces.allOf(ANN)).ids()).containsExactly(face);
      assertThat(best(library, IMAGE)).flatMap(Candidate::face).contains(face);
    }
  }

  @Test
  void facesAreFoundByTheirEmbeddingsWhenOpenedAgain() {
    FaceImage.Bytes another = TestImages.of(2);
    FaceImage.Bytes probe = TestImages.of(3);
    FakeFaceEncoder encoder =
        new FakeFaceEncoder()
            .declare(IMAGE, vector(0.1))
            .declare(another, vector(0.9))
            .declare(probe, vector(0.2));
    FaceId face;
    try (FaceLibrary library = open(encoder)) {
      face = addAnn(library);
      library.addPerson(AddPerson.of(PersonId.of("ben"), STAFF));
      library.addFaces(AddFaces.of(PersonId.of("ben"), another)).orThrow();
      assertThat(best(library, probe)).flatMap(Candidate::face).contains(face);
    }

    try (FaceLibrary library = open(encoder)) {
      assertThat(library.search(Search.of(probe, STAFF).withMinSimilarity(Similarity.NONE)).model())
          .contains("numbers/1");
      assertThat(best(library, probe)).flatMap(Candidate::face).contains(face);
      library.deleteFaces(DeleteFaces.of(ANN, face)).orThrow();
      assertThat(best(library, probe)).map(Candidate::person).contains(PersonId.of("ben"));
    }
  }

  @Test
  void aLibraryOfAnotherModelIsRefusedWithTheNameOfTheModel() {
    try (FaceLibrary library = open(new FakeFaceEncoder())) {
      addAnn(library);
    }

    assertThatThrownBy(() -> open(new FakeFaceEncoder().changeModel("numbers/2")))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, it -> assertThat(it.field()).isEqualTo("encoder"))
        .hasMessageContaining("\"numbers/1\" with 9 dimensions");
    assertThatThrownBy(
            () ->
                EmbeddedFaceLibrary.builder(folder())
                    .encoder(new FakeFaceEncoder().changeModel("numbers/2"))
                    .readOnly()
                    .open())
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aLibraryOfAModelCanBeReadWithoutEncoderButAcceptsNoImages() {
    FaceId face;
    try (FaceLibrary library = open(new FakeFaceEncoder())) {
      face = addAnn(library);
    }

    try (FaceLibrary library = open()) {
      assertThat(library.queryFaces(QueryFaces.allOf(ANN)).ids()).containsExactly(face);
      assertThatThrownBy(() -> library.addFaces(AddFaces.of(ANN, IMAGE)))
          .isInstanceOfSatisfying(
              UnsupportedCapabilityException.class,
              it -> assertThat(it.capability()).isEqualTo(Capability.IMAGE_BYTES));
      assertThatThrownBy(
              () -> archive(library).addArchivedFaces(ANN, List.of(ArchivedFace.of(IMAGE))))
          .isInstanceOf(UnsupportedCapabilityException.class);
      assertThat(library.deletePerson(ANN)).isTrue();
    }
  }

  @Test
  void aLibraryWithFacesAddedWithoutEncoderAcceptsNoEncoder() {
    try (FaceLibrary library = open()) {
      addAnn(library);
    }

    assertThatThrownBy(() -> open(new FakeFaceEncoder()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("faces that were added without an encoder");
  }

  @Test
  void anEmptyLibraryAcceptsAnEncoder() {
    open().close();

    try (FaceLibrary library = open(new FakeFaceEncoder())) {
      addAnn(library);
      assertThat(best(library, IMAGE)).isPresent();
    }
  }

  @Test
  void twoPartsOfAProgramShareAFolderUntilTheLastCloses() {
    FaceLibrary first = open();
    FaceLibrary second = open();
    FaceId face = addAnn(first);

    first.close();

    assertThat(second.queryFaces(QueryFaces.allOf(ANN)).ids()).containsExactly(face);
    second.close();
    open().close();
  }

  @Test
  void aFolderIsNotSharedWithOtherLimits() {
    try (FaceLibrary library = open()) {
      assertThat(library.capabilities().limits()).isEqualTo(Limits.none());
      assertThatThrownBy(() -> EmbeddedFaceLibrary.builder(folder()).greenLimits().open())
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("folder is already open in this process");
    }
    EmbeddedFaceLibrary.builder(folder()).greenLimits().open().close();
  }

  @Test
  void anEncoderOfALibraryThatCouldNotBeOpenedIsClosed() {
    assertThatThrownBy(
            () ->
                FaceLibraries.open(
                    "embedded",
                    Map.of("folder", folder().toString(), "encoder", "no-such-encoder")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("encoder");
  }

  @Test
  void anArchivedFaceCanBeAddedToAnotherLibrary() {
    FakeFaceEncoder encoder = new FakeFaceEncoder().declare(IMAGE, vector(0.5, 0.25));
    Path other = root.resolve("other");
    try (FaceLibrary library = open(encoder);
        FaceLibrary target = EmbeddedFaceLibrary.builder(other).encoder(encoder).open()) {
      FaceId face = addAnn(library);

      ArchivedFace archived = archive(library).findArchivedFace(ANN, face).orElseThrow();
      target.addPerson(AddPerson.of(ANN, STAFF));
      FaceId copy = archive(target).addArchivedFaces(ANN, List.of(archived)).orThrow().get(0);

      assertThat(archived.image()).contains(IMAGE);
      assertThat(archived.embedding()).contains(FaceEmbedding.of(vector(0.5, 0.25)));
      assertThat(archive(target).findArchivedFace(ANN, copy)).contains(archived);
      assertThat(archive(target).model()).contains(EncoderModel.of("numbers/1", 9));
      assertThat(best(target, IMAGE)).flatMap(Candidate::face).contains(copy);
      assertThat(encoder.encoded()).isEqualTo(1);
    }
  }

  @Test
  void anEmbeddingWithOtherDimensionsIsRefusedBeforeAnyFaceIsAdded() {
    try (FaceLibrary library = open(new FakeFaceEncoder())) {
      addAnn(library);
      ArchivedFace good = ArchivedFace.of(FaceEmbedding.of(vector(1)));
      ArchivedFace bad = ArchivedFace.of(FaceEmbedding.of(new float[] {1}));

      assertThatThrownBy(() -> archive(library).addArchivedFaces(ANN, List.of(good, bad)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("faces[1].embedding must have 9 dimensions");
      assertThat(library.queryFaces(QueryFaces.allOf(ANN)).faces()).hasSize(1);
    }
  }

  @Test
  void everyPersonIsVisitedIncludingThoseInNoGroup() {
    try (FaceLibrary library = open()) {
      addAnn(library);
      library.leaveGroups(ANN, Set.of(STAFF));
      library.addPerson(AddPerson.of(PersonId.of("ben"), STAFF));

      assertThat(Pages.stream(library::listPersons).toList())
          .containsExactlyInAnyOrder(ANN, PersonId.of("ben"));
    }
  }

  @Test
  void aLibraryOpenedForReadingOffersNoWrites() {
    try (FaceLibrary library = open()) {
      addAnn(library);
    }
    Map<String, String> settings = Map.of("folder", folder().toString(), "read-only", "true");

    try (FaceLibrary library = FaceLibraries.open("embedded", settings)) {
      assertThat(library.capabilities().offers(Capability.WRITES)).isFalse();
      assertThatThrownBy(() -> library.addPerson(AddPerson.of(PersonId.of("ben"))))
          .isInstanceOfSatisfying(
              UnsupportedCapabilityException.class,
              refusal -> assertThat(refusal.capability()).isEqualTo(Capability.WRITES));
      assertThat(library.findPerson(ANN)).isPresent();
    }
  }

  @Test
  void aReaderFindsTheSameAsTheWriter() {
    FakeFaceEncoder encoder = new FakeFaceEncoder();
    try (FaceLibrary writer = open(encoder);
        FaceLibrary reader =
            EmbeddedFaceLibrary.builder(folder()).encoder(encoder).readOnly().open()) {
      for (int i = 0; i < 30; i++) {
        PersonId person = PersonId.of("p" + i);
        writer.addPerson(AddPerson.of(person, STAFF));
        writer.addFaces(AddFaces.of(person, TestImages.of(i))).orThrow();
      }

      Search search =
          Search.of(TestImages.of(99), STAFF).withMinSimilarity(Similarity.of(0.1)).withTopK(30);

      assertThat(reader.search(search)).isEqualTo(writer.search(search));
    }
  }

  @Test
  void aHealthyLibraryHasNoFindingsAndItsBackupIsALibrary() {
    Path copy = root.resolve("copy");
    try (FaceLibrary library = open(new FakeFaceEncoder())) {
      addAnn(library);
      LibraryMaintenance maintained = library.unwrap(LibraryMaintenance.class).orElseThrow();

      assertThat(maintained.check().isClean()).isTrue();
      assertThat(maintained.repairsAtOpen()).isEqualTo(CheckReport.of(List.of()));
      maintained.backup(copy);
    }

    try (FaceLibrary library =
        EmbeddedFaceLibrary.builder(copy).encoder(new FakeFaceEncoder()).open()) {
      assertThat(best(library, IMAGE)).map(Candidate::person).contains(ANN);
    }
  }

  private static FaceArchive archive(FaceLibrary library) {
    return library.unwrap(FaceArchive.class).orElseThrow();
  }
}
