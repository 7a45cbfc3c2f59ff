package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Candidate;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageMatcherTest {
  private static final FaceImage ONE = FaceImage.at("https://example.com/1.jpg");
  private static final FaceImage SAME_AS_ONE = FaceImage.at("https://example.com/1.jpg");
  private static final FaceImage TWO = FaceImage.at("https://example.com/2.jpg");
  private static final FaceImage THREE = FaceImage.at("https://example.com/3.jpg");
  private static final GroupId STAFF = GroupId.of("staff");

  @Test
  void theExactImageMatchesItselfAndNoOther() {
    ImageMatcher matcher = ImageMatcher.exactImage();

    assertThat(matcher.between(ONE, SAME_AS_ONE)).isEqualTo(Similarity.SAME);
    assertThat(matcher.between(ONE, TWO)).isEqualTo(Similarity.NONE);
  }

  @Test
  void aDeclaredMatchAppliesInBothDirections() {
    ImageMatcher matcher = ImageMatcher.exactImage().withMatch(ONE, TWO, Similarity.of(0.8));

    assertThat(matcher.between(ONE, TWO)).isEqualTo(Similarity.of(0.8));
    assertThat(matcher.between(TWO, ONE)).isEqualTo(Similarity.of(0.8));
    assertThat(matcher.between(ONE, THREE)).isEqualTo(Similarity.NONE);
    assertThat(matcher.between(ONE, SAME_AS_ONE)).isEqualTo(Similarity.SAME);
  }

  @Test
  void ranksPersonsByTheirMostSimilarFace() {
    FaceLibrary library =
        InMemoryFaceLibrary.builder()
            .imageMatcher(
                ImageMatcher.exactImage()
                    .withMatch(ONE, TWO, Similarity.of(0.6))
                    .withMatch(ONE, THREE, Similarity.of(0.9)))
            .open();
    add(library, "anna", TWO);
    add(library, "bert", TWO, THREE, TWO);
    add(library, "carl", FaceImage.at("https://example.com/4.jpg"));

    assertThat(candidates(library, Search.of(ONE, STAFF)))
        .extracting(candidate -> candidate.person().value(), Candidate::similarity)
        .containsExactly(tuple("bert", Similarity.of(0.9)), tuple("anna", Similarity.of(0.6)));
  }

  @Test
  void sortsEquallySimilarPersonsByTheirIds() {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    add(library, "carl", ONE);
    add(library, "anna", ONE);
    add(library, "bert", ONE);

    assertThat(candidates(library, Search.of(ONE, STAFF).withTopK(2)))
        .extracting(candidate -> candidate.person().value())
        .containsExactly("anna", "bert");
  }

  @Test
  void returnsTheFirstOfSeveralEquallySimilarFaces() {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    PersonId anna = PersonId.of("anna");
    library.addPerson(AddPerson.of(anna, STAFF));
    FaceId first = library.addFaces(AddFaces.of(anna, ONE, ONE)).added().get(0);

    assertThat(candidates(library, Search.of(ONE, STAFF)))
        .extracting(Candidate::face)
        .containsExactly(Optional.of(first));
  }

  @Test
  void returnsTheBestOfManyAboveTheMinimumSimilarity() {
    ImageMatcher byNumber =
        (probe, known) -> {
          String path = ((FaceImage.Url) known).url().getPath();
          return Similarity.of(Integer.parseInt(path.substring(1)) / 100.0);
        };
    FaceLibrary library = InMemoryFaceLibrary.builder().imageMatcher(byNumber).open();
    IntStream.rangeClosed(1, 100)
        .forEach(i -> add(library, "p" + i, FaceImage.at("https://example.com/" + i)));

    Search search = Search.of(ONE, STAFF).withTopK(3);

    assertThat(candidates(library, search))
        .extracting(candidate -> candidate.person().value())
        .containsExactly("p100", "p99", "p98");
    assertThat(candidates(library, search.withMinSimilarity(Similarity.of(0.99))))
        .extracting(candidate -> candidate.person().value())
        .containsExactly("p100", "p99");
  }

  @Test
  void returnsAPersonInSeveralSearchedGroupsOnce() {
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    GroupId night = GroupId.of("night");
    PersonId dora = PersonId.of("dora");
    library.addPerson(AddPerson.of(dora, STAFF, night));
    library.addFaces(AddFaces.of(dora, ONE));

    assertThat(candidates(library, Search.of(ONE, STAFF, night))).hasSize(1);
  }

  @Test
  void reportsAMatcherThatFailsAsAnInternalError() {
    FaceLibrary library =
        InMemoryFaceLibrary.builder()
            .imageMatcher(
                (probe, known) -> {
                  throw new IllegalStateException("no model");
                })
            .open();
    add(library, "emil", ONE);

    assertThatThrownBy(() -> library.search(Search.of(ONE, STAFF)))
        .isInstanceOfSatisfying(
            FaceLibraryException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
              assertThat(failure.effect()).isEqualTo(Effect.NONE);
            })
        .hasRootCauseMessage("no model");
  }

  private static void add(FaceLibrary library, String person, FaceImage... images) {
    library.addPerson(AddPerson.of(PersonId.of(person), STAFF));
    library.addFaces(AddFaces.of(PersonId.of(person), images));
  }

  private static List<Candidate> candidates(FaceLibrary library, Search search) {
    List<SearchedFace> faces = library.search(search).faces();
    assertThat(faces).hasSize(1);
    return faces.get(0).candidates();
  }
}
