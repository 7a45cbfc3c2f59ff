package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Searching. The tests assume only one property of the recognition: an image is found by the same
 * image.
 */
interface SearchContract extends ContractPart {

  private List<Candidate> searchFor(Search request) {
    return library().search(request).faces().stream()
        .flatMap(face -> face.candidates().stream())
        .toList();
  }

  private List<PersonId> searchForPersons(Search request) {
    return searchFor(request).stream().map(Candidate::person).toList();
  }

  /** Adds a person whose only face is this image. */
  private PersonId addPersonWithFace(FaceImage image, GroupId... groups) {
    PersonId person = fixtures().addPersonTo(groups);
    fixtures().addFace(person, image);
    return person;
  }

  private FaceImage searchable() {
    assume().offers(Capability.SEARCH);
    return fixtures().newImage();
  }

  @Test
  @Promise(19)
  default void findsAPersonByAnImageThatWasAdded() {
    assume().facesPerPerson(2);
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(fixtures().newImage(), group);
    PersonId person = fixtures().addPersonTo(group);
    fixtures().addFace(person);
    FaceId face = fixtures().addFace(person, image);
    fixtures().waitForSearch();

    Candidate best = library().search(fixtures().search(image, group)).best().orElseThrow();

    assertThat(best.person()).isEqualTo(person);
    best.face().ifPresent(found -> assertThat(found).isEqualTo(face));
  }

  @Test
  @Promise(19)
  default void returnsCandidatesInDescendingSimilarity() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    for (int i = 0; i < Batch.SIZE; i++) {
      addPersonWithFace(i % 2 == 0 ? fixtures().newImage() : image, group);
    }
    fixtures().waitForSearch();
    int topK = Math.min(Batch.SIZE, limits().resultsPerSearch().orElse(Batch.SIZE));

    Search everybody = fixtures().search(image, group).withMinSimilarity(Similarity.NONE);

    assertThat(library().search(everybody.withTopK(topK)).faces())
        .isNotEmpty()
        .allSatisfy(
            match -> {
              List<Similarity> similarities =
                  match.candidates().stream().map(Candidate::similarity).toList();
              assertThat(similarities).isSortedAccordingTo((a, b) -> b.compareTo(a));
            });
  }

  @Test
  @Promise(19)
  default void returnsAPersonOnceWhenSeveralOfItsFacesMatch() {
    assume().offers(Capability.SAME_IMAGE_TWICE);
    assume().resultsPerSearch(2);
    assume().facesPerPerson(2);
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    fixtures().addFace(person, image);
    PersonId other = addPersonWithFace(image, group);
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, group)))
        .containsExactlyInAnyOrder(person, other);
  }

  @Test
  @Promise(19)
  default void returnsAtMostTopKCandidates() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    for (int i = 0; i < 3; i++) {
      addPersonWithFace(image, group);
    }
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, group).withTopK(1))).hasSize(1);
  }

  @Test
  @Promise(19)
  default void searchesOnlyTheRequestedGroup() {
    FaceImage image = searchable();
    List<GroupId> groups = fixtures().newGroupIds(2);
    PersonId person = addPersonWithFace(image, groups.get(0));
    addPersonWithFace(image, groups.get(1));
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, groups.get(0)))).containsExactly(person);
  }

  @Test
  @Promise(19)
  default void searchesEveryRequestedGroupAndReturnsAPersonInTwoOfThemOnce() {
    assume().groupsPerPerson(2);
    assume().resultsPerSearch(2);
    assume().offers(Capability.SEARCH_MANY_GROUPS);
    FaceImage image = searchable();
    List<GroupId> groups = fixtures().newGroupIds(3);
    PersonId inBoth = addPersonWithFace(image, groups.get(0), groups.get(1));
    PersonId inOne = addPersonWithFace(image, groups.get(1));
    addPersonWithFace(image, groups.get(2));
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, groups.get(0), groups.get(1))))
        .containsExactlyInAnyOrder(inBoth, inOne);
  }

  @Test
  @Promise(19)
  @OpenQuestion("Which response does a search in a group that does not exist return?")
  default void findsNoPersonInAGroupThatDoesNotExist() {
    assume().offers(Capability.NAMED_GROUPS);
    FaceImage image = searchable();
    addPersonWithFace(image, fixtures().newGroupId());
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, fixtures().newGroupId()))).isEmpty();
  }

  @Test
  @Promise(19)
  default void omitsCandidatesBelowTheMinimumSimilarity() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    addPersonWithFace(fixtures().newImage(), group);
    addPersonWithFace(image, group);
    fixtures().waitForSearch();
    Similarity best = searchFor(fixtures().search(image, group)).get(0).similarity();

    assertThat(searchFor(fixtures().search(image, group).withMinSimilarity(best)))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.similarity().isAtLeast(best)).isTrue());
  }

  @Test
  @Promise(16)
  default void findsAPersonWithoutGroupsOnlyAfterItJoinsOne() {
    assume().regrouping();
    assume().offers(Capability.PERSONS_WITHOUT_GROUPS);
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    library().leaveGroups(person, Set.of(group));
    fixtures().waitForSearch();
    assertThat(searchForPersons(fixtures().search(image, group))).doesNotContain(person);

    library().joinGroups(person, Set.of(group));
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, group))).containsExactly(person);
  }

  @Test
  @Promise(20)
  default void doesNotFindADeletedFace() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceId face = fixtures().addFace(person, image);
    fixtures().waitForSearch();
    assertThat(searchFor(fixtures().search(image, group))).isNotEmpty();

    library().deleteFaces(DeleteFaces.of(person, face)).orThrow();
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, group))).isEmpty();
  }

  @Test
  @Promise(20)
  default void findsAPersonByItsRemainingFace() {
    assume().offers(Capability.SAME_IMAGE_TWICE);
    assume().facesPerPerson(2);
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceId deleted = fixtures().addFace(person, image);
    FaceId left = fixtures().addFace(person, image);
    library().deleteFaces(DeleteFaces.of(person, deleted)).orThrow();
    fixtures().waitForSearch();

    assertThat(searchFor(fixtures().search(image, group)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.person()).isEqualTo(person);
              assertThat(it.face().orElse(left)).isEqualTo(left);
            });
  }

  @Test
  @Promise(20)
  default void findsNeitherADeletedPersonNorOneAddedAfterIt() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    fixtures().waitForSearch();
    assertThat(searchForPersons(fixtures().search(image, group))).containsExactly(person);

    library().deletePerson(person);
    fixtures().addPersonTo(group);
    fixtures().waitForSearch();

    assertThat(searchForPersons(fixtures().search(image, group))).isEmpty();
  }

  @Test
  @Promise(21)
  default void returnsSimilaritiesFromZeroToOneAndTheHighestForTheSameImage() {
    FaceImage image = searchable();
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    addPersonWithFace(fixtures().newImage(), group);
    fixtures().waitForSearch();

    List<Candidate> candidates = searchFor(fixtures().search(image, group));

    assertThat(candidates)
        .allSatisfy(it -> assertThat(it.similarity().value()).isBetween(0.0, 1.0));
    assertThat(candidates.get(0).person()).isEqualTo(person);
    assertThat(candidates.get(0).similarity()).isGreaterThan(Similarity.NONE);
  }
}
