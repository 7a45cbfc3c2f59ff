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
 * What searching promises. All that is taken for granted of a library's eyes is that a picture is
 * found again by the same picture.
 */
interface SearchContract extends ContractPart {

  private List<Candidate> found(Search request) {
    return library().search(request).matches().stream()
        .flatMap(match -> match.candidates().stream())
        .toList();
  }

  private List<PersonId> personsFound(Search request) {
    return found(request).stream().map(Candidate::person).toList();
  }

  /** A person whose one face is this picture. */
  private PersonId withFace(FaceImage image, GroupId... groups) {
    PersonId person = given().personIn(groups);
    given().face(person, image);
    return person;
  }

  private FaceImage searchable() {
    given().offered(Capability.SEARCH);
    return given().image();
  }

  @Test
  @Promise(19)
  default void findsAPersonByAPictureThatWasAdded() {
    given().room(2);
    FaceImage image = searchable();
    GroupId group = given().group();
    withFace(given().image(), group);
    PersonId person = given().personIn(group);
    given().face(person);
    FaceId face = given().face(person, image);
    given().settled();

    Candidate best = library().search(given().search(image, group)).best().orElseThrow();

    assertThat(best.person()).isEqualTo(person);
    assertThat(best.face()).isEqualTo(face);
  }

  @Test
  @Promise(19)
  default void answersCandidatesFromTheMostToTheLeastSimilar() {
    FaceImage image = searchable();
    GroupId group = given().group();
    withFace(given().image(), group);
    withFace(image, group);
    withFace(given().image(), group);
    withFace(image, group);
    given().settled();

    var matches = library().search(given().search(image, group)).matches();

    assertThat(matches)
        .isNotEmpty()
        .allSatisfy(
            match -> {
              List<Similarity> falling =
                  match.candidates().stream().map(Candidate::similarity).toList();
              assertThat(falling).isSortedAccordingTo((a, b) -> b.compareTo(a));
            });
  }

  @Test
  @Promise(19)
  default void answersAPersonOnceThoughSeveralOfItsFacesAreAlike() {
    given().results(2);
    given().room(2);
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = withFace(image, group);
    given().face(person, image);
    PersonId other = withFace(image, group);
    given().settled();

    assertThat(personsFound(given().search(image, group))).containsExactlyInAnyOrder(person, other);
  }

  @Test
  @Promise(19)
  default void answersAtMostAsManyCandidatesAsAsked() {
    FaceImage image = searchable();
    GroupId group = given().group();
    for (int i = 0; i < 3; i++) {
      withFace(image, group);
    }
    given().settled();

    assertThat(personsFound(given().search(image, group).withTopK(1))).hasSize(1);
  }

  @Test
  @Promise(19)
  default void looksOnlyInTheGroupAsked() {
    FaceImage image = searchable();
    List<GroupId> groups = given().groups(2);
    PersonId person = withFace(image, groups.get(0));
    withFace(image, groups.get(1));
    given().settled();

    assertThat(personsFound(given().search(image, groups.get(0)))).containsExactly(person);
  }

  @Test
  @Promise(19)
  default void looksInEachOfSeveralGroupsAndAnswersWhoIsInTwoOnce() {
    given().results(2);
    given().offered(Capability.SEARCH_MANY_GROUPS);
    FaceImage image = searchable();
    List<GroupId> groups = given().groups(3);
    PersonId inBoth = withFace(image, groups.get(0), groups.get(1));
    PersonId inOne = withFace(image, groups.get(1));
    withFace(image, groups.get(2));
    given().settled();

    assertThat(personsFound(given().search(image, groups.get(0), groups.get(1))))
        .containsExactlyInAnyOrder(inBoth, inOne);
  }

  @Test
  @Promise(19)
  @OpenQuestion("What does a search in a group that does not exist answer?")
  default void findsNobodyInAGroupThatDoesNotExist() {
    FaceImage image = searchable();
    withFace(image, given().group());
    given().settled();

    assertThat(found(given().search(image, given().group()))).isEmpty();
  }

  @Test
  @Promise(19)
  default void leavesOutWhoIsLessSimilarThanAsked() {
    FaceImage image = searchable();
    GroupId group = given().group();
    withFace(given().image(), group);
    withFace(image, group);
    given().settled();
    Similarity best = found(given().search(image, group)).get(0).similarity();

    assertThat(found(given().search(image, group).withMinSimilarity(best)))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.similarity().isAtLeast(best)).isTrue());
  }

  @Test
  @Promise(16)
  default void findsAPersonAgainOnlyWhenItHasJoinedAGroupAgain() {
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = withFace(image, group);
    library().leaveGroups(person, Set.of(group));
    given().settled();
    assertThat(personsFound(given().search(image, group))).doesNotContain(person);

    library().joinGroups(person, Set.of(group));
    given().settled();

    assertThat(personsFound(given().search(image, group))).containsExactly(person);
  }

  @Test
  @Promise(20)
  default void doesNotFindADeletedFace() {
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    FaceId face = given().face(person, image);
    given().settled();
    assertThat(found(given().search(image, group))).isNotEmpty();

    library().deleteFaces(DeleteFaces.of(person, face)).orThrow();
    given().settled();

    assertThat(found(given().search(image, group))).isEmpty();
  }

  @Test
  @Promise(20)
  default void findsByTheFaceThatIsLeft() {
    given().room(2);
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    FaceId deleted = given().face(person, image);
    FaceId left = given().face(person, image);
    library().deleteFaces(DeleteFaces.of(person, deleted)).orThrow();
    given().settled();

    assertThat(found(given().search(image, group)))
        .extracting(Candidate::face)
        .containsExactly(left);
  }

  @Test
  @Promise(20)
  default void doesNotFindADeletedPersonNorOneThatCameAfterIt() {
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = withFace(image, group);
    given().settled();
    assertThat(personsFound(given().search(image, group))).containsExactly(person);

    library().deletePerson(person);
    given().personIn(group);
    given().settled();

    assertThat(personsFound(given().search(image, group))).isEmpty();
  }

  @Test
  @Promise(21)
  default void answersSimilaritiesFromZeroToOneAndTheHighestForTheSamePicture() {
    FaceImage image = searchable();
    GroupId group = given().group();
    PersonId person = withFace(image, group);
    withFace(given().image(), group);
    given().settled();

    List<Candidate> candidates = found(given().search(image, group));

    assertThat(candidates)
        .allSatisfy(it -> assertThat(it.similarity().value()).isBetween(0.0, 1.0));
    assertThat(candidates.get(0).person()).isEqualTo(person);
    assertThat(candidates.get(0).similarity()).isGreaterThan(Similarity.NONE);
  }
}
