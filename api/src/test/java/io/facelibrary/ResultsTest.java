package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddFacesResult.Unknown;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.DeleteFacesResult.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final FaceId ONE = FaceId.of("1");
  private static final FaceId TWO = FaceId.of("2");

  @Test
  void anAddWithoutFailuresReturnsTheNewIds() {
    var result = AddFacesResult.of(List.of(Added.of(TWO), Added.of(ONE)));

    assertThat(result.orThrow()).containsExactly(TWO, ONE);
    assertThat(result.failures()).isEmpty();
  }

  @Test
  void anAddWithRejectedImagesThrowsTheirFailures() {
    var rejected = ItemFailure.of(1, ErrorKind.IMAGE_REJECTED, "no face").withReason("no-face");
    var result = AddFacesResult.of(List.of(Added.of(ONE), Rejected.of(rejected)));

    assertThat(result.added()).containsExactly(ONE);
    assertThat(result.failures()).containsExactly(rejected);
    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
              assertThat(failure.effect()).isEqualTo(Effect.PARTIAL);
              assertThat(failure.failures()).containsExactly(rejected);
              assertThat(failure.succeeded()).containsExactly(ONE);
              assertThat(failure)
                  .hasMessage("1 of 2 items failed: no-face (IMAGE_REJECTED, effect PARTIAL)");
            });
  }

  @Test
  void anAddWithOnlyRejectedImagesHasNoEffect() {
    var result =
        AddFacesResult.of(
            List.of(
                Rejected.of(ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no face")),
                Rejected.of(ItemFailure.of(1, ErrorKind.QUOTA_EXCEEDED, "full"))));

    assertThat(result.added()).isEmpty();
    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            failure -> {
              assertThat(failure.effect()).isEqualTo(Effect.NONE);
              assertThat(failure.succeeded()).isEmpty();
              assertThat(failure.kind()).isEqualTo(ErrorKind.IMAGE_REJECTED);
            })
        .hasMessageContaining("2 of 2 items failed: image-rejected, quota-exceeded");
  }

  @Test
  void anImageThatMayHaveBeenAddedIsAFailureWithUnknownEffect() {
    var rejected = ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no face");
    var lost = ItemFailure.of(2, ErrorKind.TIMED_OUT, "no response");
    var result = AddFacesResult.of(List.of(Rejected.of(rejected), Added.of(ONE), Unknown.of(lost)));

    assertThat(result.added()).containsExactly(ONE);
    assertThat(result.failures()).containsExactly(rejected, lost);
    assertThat(result.unknown()).containsExactly(lost);
    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            failure -> {
              assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
              assertThat(failure.failures()).containsExactly(rejected, lost);
              assertThat(failure.succeeded()).containsExactly(ONE);
              assertThat(failure.isRetryable()).isFalse();
            })
        .hasMessageContaining(
            "2 of 3 items failed, 1 of them with unknown effect: image-rejected, timed-out");
  }

  @Test
  void aSingleImageThatMayHaveBeenAddedHasUnknownEffect() {
    var result =
        AddFacesResult.of(
            List.of(Unknown.of(ItemFailure.of(0, ErrorKind.TIMED_OUT, "no response"))));

    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            failure -> {
              assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
              assertThat(failure.succeeded()).isEmpty();
            });
  }

  @Test
  void aDeleteReportsDeletedAbsentAndRefusedFaces() {
    var refused = ItemFailure.of(2, ErrorKind.PERMISSION_DENIED, "locked");
    FaceId three = FaceId.of("3");
    var result =
        DeleteFacesResult.of(List.of(Deleted.of(ONE), Absent.of(TWO), Refused.of(three, refused)));

    assertThat(result.deleted()).containsExactly(ONE);
    assertThat(result.absent()).containsExactly(TWO);
    assertThat(result.failures()).containsExactly(refused);
    assertThat(result.outcomes())
        .extracting(DeleteFacesResult.Outcome::face)
        .containsExactly(ONE, TWO, three);
    assertThatThrownBy(result::orThrow)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            failure -> {
              assertThat(failure.effect()).isEqualTo(Effect.PARTIAL);
              assertThat(failure.succeeded()).containsExactly(ONE, TWO);
            })
        .hasMessageContaining("1 of 3 items failed: permission-denied");
  }

  @Test
  void anAbsentFaceIsNotAFailure() {
    var result = DeleteFacesResult.of(List.of(Absent.of(ONE), Deleted.of(TWO)));

    assertThat(result.orThrow()).containsExactly(TWO);
  }

  @Test
  void aResultHasAtLeastOneOutcome() {
    assertRefused("outcomes", "must not be empty", () -> AddFacesResult.of(List.of()));
    assertRefused("outcomes", "must not be empty", () -> DeleteFacesResult.of(List.of()));
  }

  @Test
  void aFailureHasItsPositionAsTheIndex() {
    var failure = ItemFailure.of(0, ErrorKind.IMAGE_REJECTED, "no face");

    assertRefused(
        "outcomes[1]",
        "must have its position as the index",
        () -> AddFacesResult.of(List.of(Added.of(ONE), Rejected.of(failure))));
    assertRefused(
        "outcomes[1]",
        "must have its position as the index",
        () -> DeleteFacesResult.of(List.of(Deleted.of(ONE), Refused.of(TWO, failure))));
    assertRefused(
        "outcomes[1]",
        "must have its position as the index",
        () -> AddFacesResult.of(List.of(Added.of(ONE), Unknown.of(failure))));
    assertRefused(
        "index", "must be from 0", () -> ItemFailure.of(-1, ErrorKind.IMAGE_REJECTED, "no face"));
  }

  @Property
  void everyOutcomeIsEitherAddedOrAFailure(@ForAll @NotEmpty List<Boolean> added) {
    List<AddFacesResult.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      outcomes.add(
          added.get(i)
              ? Added.of(FaceId.of("" + i))
              : Rejected.of(ItemFailure.of(i, ErrorKind.IMAGE_REJECTED, "no face")));
    }

    var result = AddFacesResult.of(outcomes);

    assertThat(result.added().size() + result.failures().size()).isEqualTo(added.size());
    for (ItemFailure failure : result.failures()) {
      assertThat(added.get(failure.index())).isFalse();
    }
  }

  @Test
  void theReasonOfAFailureIsItsKindByDefault() {
    assertThat(ItemFailure.of(0, ErrorKind.QUOTA_EXCEEDED, "full").reason())
        .isEqualTo("quota-exceeded");
  }

  @Test
  void aQueryReturnsIdsInTheOrderOfItsFaces() {
    var result =
        QueryFacesResult.of(
            List.of(Face.of(TWO), Face.of(ONE).withSource(URI.create("https://a.example/b"))),
            List.of());

    assertThat(result.ids()).containsExactly(TWO, ONE);
  }

  @Test
  void theBestCandidateIsTheMostSimilarOfAllFaces() {
    var fair = candidate("alice", 0.6);
    var good = candidate("bob", 0.9);
    var result = SearchResult.of(List.of(face(), face(fair), face(good, candidate("carol", 0.2))));

    assertThat(result.best()).contains(good);
    assertThat(SearchResult.of(List.of(face())).best()).isEmpty();
  }

  @Test
  void theFirstOfEquallySimilarPersonsIsTheBest() {
    var result = SearchResult.of(List.of(face(candidate("alice", 0.9), candidate("bob", 0.9))));

    assertThat(result.best()).map(Candidate::person).contains(PersonId.of("alice"));
  }

  @Test
  void candidatesAreOrderedBySimilarityThenById() {
    var fair = candidate("alice", 0.6);
    var good = candidate("bob", 0.9);
    var asGood = candidate("carol", 0.9);

    assertThat(Stream.of(fair, asGood, good).sorted(Candidate.BEST_FIRST))
        .containsExactly(good, asGood, fair);
  }

  @Test
  void aBoxHasASizeAndMayLieOutsideTheImage() {
    assertThat(new Box(-5, Integer.MIN_VALUE, 1, Integer.MAX_VALUE).x()).isEqualTo(-5);
    assertRefused("width", "must be from 1", () -> new Box(0, 0, 0, 1));
    assertRefused("height", "must be from 1", () -> new Box(0, 0, 1, -1));
  }

  private static SearchedFace face(Candidate... candidates) {
    return SearchedFace.of(List.of(candidates));
  }

  private static Candidate candidate(String person, double similarity) {
    return Candidate.of(PersonId.of(person), Similarity.of(similarity)).withFace(ONE);
  }
}
