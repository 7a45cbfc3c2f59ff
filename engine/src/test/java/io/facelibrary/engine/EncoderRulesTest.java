package io.facelibrary.engine;

import static io.facelibrary.testkit.FakeFaceEncoder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Box;
import io.facelibrary.Candidate;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ItemFailure;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.engine.support.DelegatingEncoder;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestImages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules for images and encoders. */
class EncoderRulesTest extends EncoderFixture {
  private static final PersonId BEN = PersonId.of("ben");
  private static final FaceImage.Bytes SECOND = TestImages.of(2);
  private static final FaceImage URL = FaceImage.at("https://example.com/1.jpg");

  @Test
  void returnsOneMatchWithItsBoxForEachFaceAndNamesTheModel() {
    encoder
        .declare(FIRST, vector(1))
        .declare(SECOND, vector(-1))
        .declare(PROBE, vector(-1), vector(1));
    EngineFaceLibrary library = libraryWithAnna();
    library.addPerson(AddPerson.of(BEN, STAFF));
    FaceId annas = library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow().get(0);
    FaceId bens = library.addFaces(AddFaces.of(BEN, SECOND)).orThrow().get(0);

    SearchResult result = library.search(Search.of(PROBE, STAFF).withTopK(1));

    assertThat(result.faces())
        .containsExactly(
            SearchedFace.of(List.of(Candidate.of(BEN, Similarity.SAME).withFace(bens)))
                .withBox(new Box(0, 0, 10, 10))
                .withCompared(2),
            SearchedFace.of(List.of(Candidate.of(ANNA, Similarity.SAME).withFace(annas)))
                .withBox(new Box(10, 0, 10, 10))
                .withCompared(2));
    assertThat(result.model()).contains(encoder.model().name());
  }

  @Test
  void ratesACandidateByTheDistanceOfItsEmbedding() {
    encoder.declare(FIRST, vector(3)).declare(PROBE, vector(0));
    EngineFaceLibrary library = libraryWithAnna();
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();

    assertThat(library.search(Search.of(PROBE, STAFF)).best())
        .map(Candidate::similarity)
        .contains(encoder.similarity(3));
  }

  @Test
  void returnsUpTo20FacesOfAnImage() {
    float[][] crowd = new float[25][];
    Arrays.fill(crowd, vector(1));
    encoder.declare(PROBE, crowd);

    assertThat(library(encoder).search(Search.of(PROBE, STAFF)).faces()).hasSize(20);
  }

  @Test
  void returnsNoMatchForAnImageWithoutAFace() {
    assertThat(library(encoder).search(Search.of(FakeFaceEncoder.WITHOUT_FACE, STAFF)).faces())
        .isEmpty();
  }

  @Test
  void leavesOutPersonsBelowTheMinimumSimilarity() {
    encoder.declare(FIRST, vector(1)).declare(SECOND, vector(4)).declare(PROBE, vector(0));
    EngineFaceLibrary library = libraryWithAnna();
    library.addPerson(AddPerson.of(BEN, STAFF));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();
    library.addFaces(AddFaces.of(BEN, SECOND)).orThrow();

    SearchResult result =
        library.search(Search.of(PROBE, STAFF).withMinSimilarity(Similarity.of(0.5)));

    assertThat(result.faces().get(0).candidates())
        .extracting(Candidate::person)
        .containsExactly(ANNA);
  }

  @Test
  void returnsEverybodyWithoutAMinimum() {
    EngineFaceLibrary library =
        withAnna(
            library(
                new DelegatingEncoder(encoder) {
                  @Override
                  public Similarity similarity(double distance) {
                    return Similarity.NONE;
                  }
                }));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();

    assertThat(library.search(Search.of(FIRST, STAFF).withMinSimilarity(Similarity.NONE)).best())
        .map(Candidate::person)
        .contains(ANNA);
  }

  @Test
  void rejectsAnImageWithoutAFaceWithItsReasonAndAddsTheRest() {
    EngineFaceLibrary library = libraryWithAnna();

    AddFacesResult result =
        library.addFaces(AddFaces.of(ANNA, FIRST, FakeFaceEncoder.WITHOUT_FACE, SECOND));

    assertThat(result.added()).hasSize(2);
    AddFacesResult.Rejected rejected = (AddFacesResult.Rejected) result.outcomes().get(1);
    assertThat(rejected.failure().kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
    assertThat(rejected.failure().reason()).isEqualTo("no-face");
    assertThat(rejected.failure().index()).isEqualTo(1);
    assertThat(store.addedFaces().get(0))
        .extracting(face -> face.image().orElseThrow())
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void encodesNoMoreImagesThanThePersonHasRoomFor() {
    EngineFaceLibrary library =
        withAnna(
            new EngineFaceLibrary(
                store,
                new EngineOptions()
                    .limits(Limits.builder().facesPerPerson(2).build())
                    .encoder(encoder)));

    AddFacesResult result =
        library.addFaces(
            AddFaces.of(ANNA, FakeFaceEncoder.WITHOUT_FACE, FIRST, SECOND, PROBE, PROBE));

    assertThat(result.outcomes())
        .extracting(it -> it.getClass().getSimpleName())
        .containsExactly("Rejected", "Added", "Added", "Rejected", "Rejected");
    ItemFailure full = ((AddFacesResult.Rejected) result.outcomes().get(4)).failure();
    assertThat(full.kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(full.index()).isEqualTo(4);
    assertThat(full.message()).isEqualTo("the person has the maximum of 2 faces");
    assertThat(encoder.encoded()).isEqualTo(3);
  }

  @Test
  void encodesMoreImagesWhenAnotherCallMadeRoomMeanwhile() {
    AtomicInteger changes = new AtomicInteger();
    MapLibraryStore busy =
        new MapLibraryStore() {
          @Override
          public synchronized <T> Optional<T> change(
              PersonId id, Reads reads, Function<PersonSnapshot, Decision<T>> rule) {
            if (changes.incrementAndGet() == 2) {
              super.change(id, Reads.of(Part.FACES), EncoderRulesTest::withoutFirstFace);
            }
            return super.change(id, reads, rule);
          }
        };
    EngineFaceLibrary library =
        withAnna(
            new EngineFaceLibrary(
                busy,
                new EngineOptions()
                    .limits(Limits.builder().facesPerPerson(1).build())
                    .encoder(encoder)));
    library.addFaces(AddFaces.of(ANNA, FIRST)).orThrow();

    AddFacesResult result = library.addFaces(AddFaces.of(ANNA, SECOND, PROBE));

    assertThat(result.added()).hasSize(1);
    assertThat(encoder.encoded()).isEqualTo(2);
    assertThat(library.queryFaces(QueryFaces.allOf(ANNA)).ids()).isEqualTo(result.added());
  }

  private static Decision<Boolean> withoutFirstFace(PersonSnapshot person) {
    return Decision.of(true, PersonChange.NONE.deleting(List.of(person.faces().get(0).id())));
  }

  @Test
  void encodesNothingForAPersonThatIsNotInTheLibrary() {
    EngineFaceLibrary library = library(encoder);

    assertThatThrownBy(() -> library.addFaces(AddFaces.of(ANNA, FIRST)))
        .hasMessageContaining("the person is not in the library")
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    assertThat(encoder.encoded()).isZero();
  }

  @Test
  void refusesImageUrlsBecauseItFetchesNothing() {
    EngineFaceLibrary library = libraryWithAnna();

    assertThatThrownBy(() -> library.addFaces(AddFaces.of(ANNA, URL)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNSUPPORTED));
  }
}
