package io.facelibrary.engine;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.LibraryInfo;
import io.facelibrary.Limits;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.testkit.TestImages;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of libraries that lack a capability or have unusual limits. */
class PoorerLibraryRulesTest extends EncoderFixture {
  private static final FaceImage.Bytes SECOND = TestImages.of(2);

  private EngineFaceLibrary without(Capability capability) {
    return new EngineFaceLibrary(store, new EngineOptions().without(capability).encoder(encoder));
  }

  @Test
  void theLastFaceOfTheRequestStaysIfAllOfAPersonAreDeleted() {
    EngineFaceLibrary library = without(Capability.PERSONS_WITHOUT_FACES);
    List<FaceId> faces = library.enrol(AddPerson.of(ANNA, STAFF), List.of(FIRST, SECOND)).orThrow();
    FaceId absent = FaceId.of("1");

    DeleteFacesResult result =
        library.deleteFaces(DeleteFaces.of(ANNA, faces.get(1), faces.get(0), absent));

    assertThat(result.deleted()).containsExactly(faces.get(1));
    assertThat(result.absent()).containsExactly(absent);
    assertThat(result.failures().get(0).reason()).isEqualTo("last-face");
    assertThat(result.failures().get(0).index()).isEqualTo(1);
  }

  @Test
  void anEmbeddingIsADuplicateOfAnEqualOneWhereAnImageIsMissing() {
    EngineFaceLibrary library = withAnna(without(Capability.SAME_IMAGE_TWICE));
    encoder.declare(FIRST, vector(1)).declare(SECOND, vector(1));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();

    AddFacesResult result =
        library.addArchivedFaces(
            ANNA,
            List.of(
                ArchivedFace.of(FaceEmbedding.of(vector(1))),
                ArchivedFace.of(FaceEmbedding.of(vector(2)))));

    assertThat(result.failures().get(0).reason()).isEqualTo("duplicate-image");
    assertThat(result.added()).hasSize(1);
    assertThat(library.addFaces(AddFaces.of(ANNA, SECOND)).added())
        .as("both images are kept and differ")
        .hasSize(1);
  }

  @Test
  void aDuplicateTakesNoPlace() {
    EngineFaceLibrary library =
        withAnna(
            new EngineFaceLibrary(
                store,
                new EngineOptions()
                    .without(Capability.SAME_IMAGE_TWICE)
                    .limits(Limits.builder().facesPerPerson(2).build())
                    .encoder(encoder)));

    AddFacesResult result = library.addFaces(AddFaces.of(ANNA, FIRST, FIRST, SECOND));

    assertThat(result.outcomes())
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("Added", "Rejected", "Added");
  }

  @Test
  void aSearchLooksAtTheLargestFacesUpToItsLimit() {
    float[][] crowd = new float[5][];
    Arrays.fill(crowd, vector(1));
    encoder.declare(PROBE, crowd);
    EngineFaceLibrary library =
        new EngineFaceLibrary(
            store,
            new EngineOptions()
                .limits(Limits.builder().facesPerSearch(3).build())
                .encoder(encoder));

    assertThat(library.search(Search.of(PROBE, STAFF)).faces()).hasSize(3);
  }

  @Test
  void aScaleOfTheProgramReplacesThatOfTheModel() {
    SimilarityScale scale = SimilarityScale.ofThresholds(Similarity.of(0.9), Similarity.of(0.8));

    assertThat(new EngineOptions().encoder(encoder).scale(scale).capabilities().scale())
        .contains(scale);
    assertThatThrownBy(
            () -> new EngineOptions().scale(SimilarityScale.measured(1e-4, "t")).capabilities())
        .isInstanceOfSatisfying(
            InvalidRequestException.class, it -> assertThat(it.field()).isEqualTo("scale"));
  }

  @Test
  void aThresholdThatIsNotDeclaredIsApplied() {
    encoder.declare(FIRST, vector(1)).declare(PROBE, vector(0));
    EngineFaceLibrary library =
        withAnna(
            new EngineFaceLibrary(
                store, new EngineOptions().encoder(encoder).ownThreshold(Similarity.of(0.6))));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();

    assertThat(library.capabilities().scale()).isEmpty();
    assertThat(library.search(Search.of(PROBE, STAFF)).best()).isEmpty();
    assertThat(library.search(Search.of(FIRST, STAFF)).best()).isPresent();
  }

  @Test
  void reportsItsIdentityAndModelAndTheCountsOfTheStore() {
    assertThat(library(encoder).info())
        .isEqualTo(LibraryInfo.unknown().withIdentity("map").withModel(encoder.model()));
    assertThat(new EngineFaceLibrary(store, new EngineOptions()).info())
        .isEqualTo(LibraryInfo.unknown().withIdentity("map"));
  }
}
