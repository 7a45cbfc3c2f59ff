package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Candidate;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searching among some persons only, and with a face that is in the library. */
interface SearchInputContract extends ContractPart {

  private List<PersonId> personsIn(Search request) {
    return library().search(request).faces().stream()
        .flatMap(face -> face.candidates().stream())
        .map(Candidate::person)
        .toList();
  }

  private PersonId addPersonWithFace(FaceImage image, GroupId group) {
    PersonId person = fixtures().addPersonTo(group);
    fixtures().addFace(person, image);
    return person;
  }

  private FaceImage searchable(Capability needed) {
    assume().offers(Capability.SEARCH);
    assume().offers(needed);
    return fixtures().newImage();
  }

  @Test
  @Promise(31)
  default void returnsOnlyThePersonsItIsAskedFor() {
    FaceImage image = searchable(Capability.SEARCH_AMONG_PERSONS);
    GroupId group = fixtures().newGroupId();
    PersonId person = addPersonWithFace(image, group);
    addPersonWithFace(image, group);
    PersonId dissimilar = addPersonWithFace(fixtures().newImage(), group);
    fixtures().waitForSearch();
    Search everybody = fixtures().search(image, group).withMinSimilarity(Similarity.NONE);

    assertThat(personsIn(fixtures().search(image, group).withPersons(person)))
        .containsExactly(person);
    assertThat(personsIn(everybody.withPersons(person))).containsExactly(person);
    assertThat(personsIn(everybody.withPersons(person, dissimilar)))
        .contains(person)
        .isSubsetOf(person, dissimilar);
  }

  @Test
  @Promise(31)
  default void findsAPersonAmongOthersBeyondTopK() {
    FaceImage image = searchable(Capability.SEARCH_AMONG_PERSONS);
    GroupId group = fixtures().newGroupId();
    PersonId first = addPersonWithFace(image, group);
    PersonId second = addPersonWithFace(image, group);
    fixtures().waitForSearch();
    Search one = fixtures().search(image, group).withTopK(1);

    assertThat(personsIn(one.withPersons(first))).containsExactly(first);
    assertThat(personsIn(one.withPersons(second))).containsExactly(second);
  }

  @Test
  @Promise(31)
  default void findsNobodyAmongPersonsWhoAreNotInTheGroup() {
    FaceImage image = searchable(Capability.SEARCH_AMONG_PERSONS);
    List<GroupId> groups = fixtures().newGroupIds(2);
    addPersonWithFace(image, groups.get(0));
    PersonId elsewhere = addPersonWithFace(image, groups.get(1));
    PersonId unknown = fixtures().newPersonId();
    fixtures().waitForSearch();

    assertThat(personsIn(fixtures().search(image, groups.get(0)).withPersons(elsewhere, unknown)))
        .isEmpty();
  }

  @Test
  @Promise(31)
  default void findsByAFaceThePersonsThatItsImageFinds() {
    FaceImage image = searchable(Capability.SEARCH_BY_FACE);
    assume().resultsPerSearch(2);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceId face = fixtures().addFace(person, image);
    PersonId similar = addPersonWithFace(image, group);
    addPersonWithFace(fixtures().newImage(), group);
    fixtures().waitForSearch();

    assertThat(personsIn(fixtures().search(new KnownFace(person, face), group)))
        .contains(person, similar)
        .containsExactlyInAnyOrderElementsOf(personsIn(fixtures().search(image, group)));
  }

  @Test
  @Promise(31)
  default void refusesToSearchByAFaceThatThePersonDoesNotHave() {
    assume().offers(Capability.SEARCH);
    assume().offers(Capability.SEARCH_BY_FACE);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    FaceId deleted = fixtures().addAndDeleteFace(person);
    PersonId other = fixtures().addPersonTo(group);
    FaceId foreign = fixtures().addFace(other);
    fixtures().waitForSearch();

    for (KnownFace unknown :
        List.of(
            new KnownFace(person, deleted),
            new KnownFace(person, foreign),
            new KnownFace(fixtures().newPersonId(), foreign))) {
      Failing.assertRefused(
          ErrorKind.NOT_FOUND, () -> library().search(fixtures().search(unknown, group)));
    }
  }
}
