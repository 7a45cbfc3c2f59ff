package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A search names no strangers, unless it asks for more than matches. */
interface SafeSearchContract extends ContractPart {
  /** Persons among whom a stranger is searched: more than the usual result has. */
  int MANY = 25;

  private static List<Candidate> candidates(SearchResult result) {
    return result.faces().stream().flatMap(face -> face.candidates().stream()).toList();
  }

  private List<Candidate> searchFor(Search request) {
    return candidates(library().search(request));
  }

  private static List<PersonId> persons(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::person).toList();
  }

  private void addPersonsWithFaces(int count, GroupId group) {
    for (int i = 0; i < count; i++) {
      fixtures().addFace(fixtures().addPersonTo(group));
    }
  }

  private PersonId addPersonWithFace(FaceImage image, GroupId group) {
    PersonId person = fixtures().addPersonTo(group);
    fixtures().addFace(person, image);
    return person;
  }

  private FaceImage strangerImage() {
    return harness().strangerImage(library());
  }

  private Search forEverybody(FaceImage image, GroupId group) {
    return fixtures().search(image, group).withMinSimilarity(Similarity.NONE);
  }

  /** Skips a library that judges by one number, whatever it compared. */
  private void assumeRates(SimilarityScale scale) {
    assumeTrue(scale.hasRates(), "the scale of the library has no rates");
  }

  @Test
  @Promise(29)
  default void findsNobodyForAStrangerAmongOnePerson() {
    assume().scale();
    GroupId group = fixtures().newGroupId();
    addPersonsWithFaces(1, group);
    fixtures().waitForSearch();

    SearchResult result = library().search(fixtures().search(strangerImage(), group));

    assertThat(result.best()).isEmpty();
    assertThat(candidates(result)).isEmpty();
  }

  @Test
  @Promise(29)
  default void findsNobodyForAStrangerAmongManyPersons() {
    assume().scale();
    GroupId group = fixtures().newGroupId();
    addPersonsWithFaces(MANY, group);
    fixtures().waitForSearch();

    SearchResult result = library().search(fixtures().search(strangerImage(), group));

    assertThat(result.best()).isEmpty();
    assertThat(candidates(result)).isEmpty();
  }

  @Test
  @Promise(29)
  default void findsNobodyForAPersonWhoWasDeleted() {
    assume().scale();
    FaceImage image = strangerImage();
    GroupId group = fixtures().newGroupId();
    addPersonsWithFaces(3, group);
    PersonId person = addPersonWithFace(image, group);
    fixtures().waitForSearch();
    assertThat(persons(searchFor(fixtures().search(image, group)))).containsExactly(person);

    library().deletePerson(person);
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, group))).isEmpty();
  }

  @Test
  @Promise(29)
  default void hasNoBestCandidateForAFaceThatNobodyHas() {
    assume().scale();
    GroupId group = fixtures().newGroupId();
    addPersonsWithFaces(1, group);
    fixtures().waitForSearch();

    SearchResult result = library().search(fixtures().search(strangerImage(), group));

    assumeFalse(result.faces().isEmpty(), "the library returns no face that it cannot name");
    assertThat(result.faces()).allSatisfy(it -> assertThat(it.candidates()).isEmpty());
    assertThat(result.best()).isEmpty();
  }

  @Test
  @Promise(29)
  default void returnsMatchesOnlyByDefault() {
    assume().scale();
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    addPersonsWithFaces(3, group);
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, group)))
        .isNotEmpty()
        .extracting(Candidate::verdict)
        .containsOnly(Verdict.MATCH);
  }

  @Test
  @Promise(29)
  default void returnsPossiblePersonsOnlyWhenASearchAsksForThem() {
    assume().scale();
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    addPersonsWithFaces(3, group);
    fixtures().waitForSearch();

    List<Candidate> reviewed = searchFor(fixtures().search(image, group).alsoPossible());

    assertThat(reviewed).extracting(Candidate::verdict).isSubsetOf(Verdict.MATCH, Verdict.POSSIBLE);
    assertThat(persons(reviewed)).contains(person);
  }

  @Test
  @Promise(29)
  default void judgesEveryCandidateByItsScale() {
    SimilarityScale scale = assume().scale();
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    addPersonsWithFaces(3, group);
    fixtures().waitForSearch();

    for (SearchedFace face : library().search(forEverybody(image, group)).faces()) {
      long compared = face.compared().orElse(0);
      assertThat(face.candidates())
          .isNotEmpty()
          .allSatisfy(
              it -> assertThat(it.verdict()).isEqualTo(scale.verdict(it.similarity(), compared)));
    }
  }

  @Test
  @Promise(29)
  default void reportsTheFacesThatItComparedIfItsScaleHasRates() {
    assumeRates(assume().scale());
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonsWithFaces(3, group);
    fixtures().waitForSearch();

    assertThat(library().search(fixtures().search(image, group)).faces())
        .allSatisfy(
            face ->
                assertThat(face.compared().orElseThrow())
                    .as("faces compared")
                    .isGreaterThanOrEqualTo(3));
  }

  @Test
  @Promise(29)
  default void expectsNoFewerStrangersForALessSimilarFace() {
    assumeRates(assume().scale());
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    addPersonsWithFaces(4, group);
    fixtures().waitForSearch();

    assertThat(library().search(forEverybody(image, group)).faces())
        .isNotEmpty()
        .allSatisfy(
            face ->
                assertThat(face.candidates())
                    .extracting(it -> it.expectedStrangers().orElseThrow())
                    .isSorted());
  }

  @Test
  @Promise(29)
  default void expectsNoFewerStrangersAmongMorePersons() {
    assumeRates(assume().scale());
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    fixtures().waitForSearch();
    double before = best(image, group).expectedStrangers().orElseThrow();

    addPersonsWithFaces(MANY, group);
    fixtures().waitForSearch();

    assertThat(best(image, group).expectedStrangers().orElseThrow()).isGreaterThanOrEqualTo(before);
  }

  private Candidate best(FaceImage image, GroupId group) {
    return library().search(forEverybody(image, group)).best().orElseThrow();
  }

  @Test
  @Promise(29)
  default void returnsNoFewerPersonsWithoutAMinimum() {
    assume().scale();
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    addPersonsWithFaces(2, group);
    fixtures().waitForSearch();
    List<PersonId> matches = persons(searchFor(fixtures().search(image, group)));

    List<PersonId> everybody = persons(searchFor(forEverybody(image, group)));

    assertThat(everybody).containsAll(matches);
    assertThat(matches).isNotEmpty();
  }

  @Test
  @Promise(30)
  default void refusesASearchWithoutANumberIfItRecommendsNone() {
    assume().offers(Capability.SEARCH);
    assume().doesNotOffer(Capability.OWN_THRESHOLD);
    assumeTrue(
        library().capabilities().scale().isEmpty(), "the library knows a scale of similarities");
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();

    Failing.assertInvalid("minSimilarity", () -> library().search(Search.of(image, group)));
    Failing.assertInvalid(
        "minSimilarity", () -> library().search(Search.of(image, group).alsoPossible()));

    assertThat(searchFor(fixtures().search(image, group))).isEmpty();
  }

  @Test
  @Promise(30)
  default void leavesCandidatesUnjudgedIfItKnowsNoScale() {
    assume().offers(Capability.SEARCH);
    assume().doesNotOffer(Capability.OWN_THRESHOLD);
    assumeTrue(
        library().capabilities().scale().isEmpty(), "the library knows a scale of similarities");
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(image, group);
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, group)))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.verdict()).isEqualTo(Verdict.UNJUDGED);
              assertThat(it.expectedStrangers()).isEmpty();
            });
  }

  @Test
  @Promise(30)
  default void needsNoNumberIfItHasAThresholdOfItsOwn() {
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.OWN_THRESHOLD);
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    addPersonsWithFaces(2, group);
    fixtures().waitForSearch();

    List<Candidate> found = searchFor(fixtures().search(image, group));

    assertThat(persons(found)).contains(person);
    assertThat(found).extracting(Candidate::verdict).containsOnly(Verdict.MATCH);
    assertThat(searchFor(fixtures().search(strangerImage(), group))).isEmpty();
  }
}
