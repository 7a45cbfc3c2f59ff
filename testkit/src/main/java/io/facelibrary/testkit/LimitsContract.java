package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.ImageFormat;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The limits of texts, of the groups of a person, of formats and of the faces of a search. */
interface LimitsContract extends ContractPart {

  private void assertTextRefused(String field, AddPerson request, UpdatePerson update) {
    List<FaceImage> images = fixtures().newImages(1);

    Failing.assertInvalid(field, () -> library().enrol(request, images));
    Failing.assertInvalid(field, () -> library().updatePerson(update));
    if (library().capabilities().offers(Capability.PERSONS_WITHOUT_FACES)) {
      Failing.assertInvalid(field, () -> library().addPerson(request));
    }

    assertThat(library().findPerson(request.person())).isEmpty();
  }

  @Test
  @Promise({22, 36})
  default void refusesANameThatIsTooLong() {
    int most = limits().nameLength();
    assumeTrue(most < Person.MAX_NAME_LENGTH, "the library keeps names of every length");
    PersonId person = fixtures().addPerson();
    String tooLong = "x".repeat(most + 1);

    assertTextRefused(
        "name",
        AddPerson.of(fixtures().newPersonId()).withName(tooLong),
        UpdatePerson.of(person).withName(tooLong));

    assertThat(library().findPerson(person).orElseThrow().name()).isEmpty();
  }

  @Test
  @Promise({22, 36})
  default void refusesANoteThatIsTooLong() {
    int most = limits().noteLength();
    assumeTrue(most < Person.MAX_NOTE_LENGTH, "the library keeps notes of every length");
    PersonId person = fixtures().addPerson();
    String tooLong = "x".repeat(most + 1);

    assertTextRefused(
        "note",
        AddPerson.of(fixtures().newPersonId()).withNote(tooLong),
        UpdatePerson.of(person).withNote(tooLong));

    assertThat(library().findPerson(person).orElseThrow().note()).isEmpty();
  }

  @Test
  @Promise(36)
  default void acceptsTextsAtTheirLimits() {
    PersonId person = fixtures().newPersonId();
    String name = "n".repeat(limits().nameLength());
    String note = "m".repeat(limits().noteLength());

    library().addPerson(AddPerson.of(person).withName(name).withNote(note));

    assertThat(library().findPerson(person).orElseThrow())
        .extracting(Person::name, Person::note)
        .containsExactly(name, note);
  }

  @Test
  @Promise({22, 36})
  default void refusesARequestWithMoreGroupsThanAPersonMayHave() {
    int most = assume().smallLimit(limits().groupsPerPerson(), "groups per person");
    List<GroupId> groups = fixtures().newGroupIds(most + 1);
    PersonId person = fixtures().newPersonId();
    List<FaceImage> images = fixtures().newImages(1);
    var request = AddPerson.of(person, groups);

    Failing.assertInvalid("groups", () -> library().enrol(request, images));
    if (library().capabilities().offers(Capability.PERSONS_WITHOUT_FACES)) {
      Failing.assertInvalid("groups", () -> library().addPerson(request));
    }

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(36)
  default void joinsNoGroupWhenAPersonWouldHaveTooMany() {
    int most = assume().smallLimit(limits().groupsPerPerson(), "groups per person");
    assume().regrouping();
    List<GroupId> groups = fixtures().newGroupIds(most + 1);
    GroupId[] allowed = groups.subList(0, most).toArray(GroupId[]::new);
    PersonId person = fixtures().addPersonTo(allowed);
    Set<GroupId> before = library().findPerson(person).orElseThrow().groups();
    Set<GroupId> oneMore = Set.of(groups.get(most));

    Failing.assertRefused(ErrorKind.QUOTA_EXCEEDED, () -> library().joinGroups(person, oneMore));
    library().joinGroups(person, Set.of(allowed[0]));

    assertThat(library().findPerson(person).orElseThrow().groups()).isEqualTo(before);
  }

  @Test
  @Promise({22, 36})
  default void refusesAnImageInAFormatThatIsNotAccepted() {
    assume().offers(Capability.IMAGE_BYTES);
    Set<ImageFormat> accepted = limits().imageFormats();
    assumeFalse(accepted.isEmpty(), "the library declares no image formats");
    Optional<FaceImage.Bytes> refused =
        TestImages.oneOfEachFormat().stream()
            .filter(it -> !accepted.contains(it.format()))
            .findFirst();
    assumeTrue(refused.isPresent(), "the library accepts every format that the test can try");
    PersonId person = fixtures().addPerson();
    var request = AddFaces.of(person, refused.orElseThrow());

    Failing.assertInvalid("images[0]", () -> library().addFaces(request));

    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(36)
  default void looksAtNoMoreFacesOfAnImageThanItsLimit() {
    assume().offers(Capability.SEARCH);
    int most = assume().smallLimit(limits().facesPerSearch(), "faces per search");
    assumeTrue(
        harness().imageOfManyFaces().isPresent(),
        "the harness has no image of more faces than the library looks at");
    FaceImage image = harness().imageOfManyFaces().orElseThrow();

    var result = library().search(fixtures().search(image, fixtures().newGroupId()));

    assertThat(result.faces()).hasSize(most);
  }
}
