package io.facelibrary.engine;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ItemFailure;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules for archived faces, with and without an encoder. */
class ArchiveRulesTest {
  private static final PersonId ANNA = PersonId.of("anna");
  private static final PersonId BEN = PersonId.of("ben");
  private static final GroupId STAFF = GroupId.of("staff");
  private static final FaceImage.Bytes FIRST = TestImages.of(1);
  private static final FaceImage URL = FaceImage.at("https://example.com/1.jpg");

  private final MapLibraryStore store = new MapLibraryStore();
  private final FakeFaceEncoder encoder = new FakeFaceEncoder();

  private static EngineFaceLibrary withAnna(EngineFaceLibrary library) {
    library.addPerson(AddPerson.of(ANNA, STAFF));
    return library;
  }

  private EngineFaceLibrary libraryWithAnna() {
    return withAnna(new EngineFaceLibrary(store, new EngineOptions().encoder(encoder)));
  }

  private static ArchivedFace archived(FaceImage image) {
    return ArchivedFace.of(image);
  }

  private static ArchivedFace archived(float... embedding) {
    return ArchivedFace.of(FaceEmbedding.of(embedding));
  }

  @Test
  void addsArchivedFacesWithoutEncodingThoseThatHaveAnEmbedding() {
    EngineFaceLibrary library = libraryWithAnna();
    ArchivedFace whole = archived(vector(1));

    List<FaceId> added = library.addArchivedFaces(ANNA, List.of(whole, archived(FIRST))).orThrow();

    assertThat(library.findArchivedFace(ANNA, added.get(0))).contains(whole);
    assertThat(library.findArchivedFace(ANNA, added.get(1)).orElseThrow().embedding()).isPresent();
    assertThat(encoder.encoded()).isEqualTo(1);
    assertThat(library.findArchivedFace(BEN, added.get(0))).isEmpty();
    assertThat(library.model()).contains(encoder.model());
  }

  @Test
  void rejectsAnArchivedFaceWithNeitherImageNorEmbedding() {
    EngineFaceLibrary library = libraryWithAnna();
    ArchivedFace nothing = ArchivedFace.of(Optional.empty(), Optional.empty());

    AddFacesResult result = library.addArchivedFaces(ANNA, List.of(nothing, archived(vector(1))));

    assertThat(result.added()).hasSize(1);
    ItemFailure failure = ((AddFacesResult.Rejected) result.outcomes().get(0)).failure();
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(failure.message()).isEqualTo("must have an image or an embedding");
  }

  @Test
  void refusesArchivedFacesWithAnotherNumberOfDimensionsBeforeAddingAny() {
    EngineFaceLibrary library = libraryWithAnna();

    assertThatThrownBy(
            () -> library.addArchivedFaces(ANNA, List.of(archived(vector(1)), archived(1, 2))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("faces[1].embedding must have 9 dimensions");
    assertThatThrownBy(() -> library.addArchivedFaces(ANNA, List.of()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("faces must not be empty");
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).faces()).isEmpty();
  }

  @Test
  void storesTheImagesOfArchivedFacesWithoutAnEncoder() {
    EngineFaceLibrary library = withAnna(new EngineFaceLibrary(store, new EngineOptions()));
    ArchivedFace both =
        ArchivedFace.of(Optional.of(FIRST), Optional.of(FaceEmbedding.of(vector(1))));

    AddFacesResult result =
        library.addArchivedFaces(ANNA, List.of(both, archived(vector(1)), archived(URL)));

    assertThat(library.findArchivedFace(ANNA, result.added().get(0))).contains(archived(FIRST));
    assertThat(library.findArchivedFace(ANNA, result.added().get(1))).contains(archived(URL));
    ItemFailure failure = ((AddFacesResult.Rejected) result.outcomes().get(1)).failure();
    assertThat(failure.message()).isEqualTo("must have an image: the library compares images");
    assertThat(failure.index()).isEqualTo(1);
    assertThat(library.model()).isEmpty();
  }

  @Test
  void refusesArchivedFacesWhereImagesAreNotOffered() {
    EngineFaceLibrary library =
        withAnna(
            new EngineFaceLibrary(
                store, new EngineOptions().without(Capability.IMAGE_BYTES, Capability.IMAGE_URL)));

    assertThatThrownBy(() -> library.addArchivedFaces(ANNA, List.of(archived(FIRST))))
        .isInstanceOfSatisfying(
            UnsupportedCapabilityException.class,
            e -> assertThat(e.capability()).isEqualTo(Capability.IMAGE_BYTES));
  }
}
