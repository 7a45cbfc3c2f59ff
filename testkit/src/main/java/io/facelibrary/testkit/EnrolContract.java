package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.ItemFailure;
import io.facelibrary.PageRequest;
import io.facelibrary.PartialFailureException;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Adding a person together with its faces. */
interface EnrolContract extends ContractPart {

  private FaceImage unsuitable() {
    assumeTrue(
        harness().unsuitableImage().isPresent(),
        "the harness names no image that the library rejects");
    return harness().unsuitableImage().orElseThrow();
  }

  private AddFacesResult enrol(PersonId person, List<FaceImage> images) {
    return library().enrol(AddPerson.of(person, fixtures().sharedGroup()), images);
  }

  private List<FaceId> facesOf(PersonId person) {
    return library().queryFaces(QueryFaces.allOf(person)).ids();
  }

  private int images(int wanted) {
    int perCall = limits().imagesPerCall().orElse(wanted);
    int perPerson = bare().capabilities().limits().facesPerPerson().orElse(wanted);
    return Math.min(wanted, Math.min(perCall, perPerson));
  }

  @Test
  @Promise(32)
  default void addsAPersonWithEveryFaceInTheOrderOfTheImages() {
    PersonId person = fixtures().newPersonId();
    int count = images(5);

    AddFacesResult result = enrol(person, fixtures().newImages(count));

    assertThat(result.outcomes()).hasSize(count).hasOnlyElementsOfType(Added.class);
    assertThat(result.added()).doesNotHaveDuplicates();
    assertThat(facesOf(person)).containsExactlyInAnyOrderElementsOf(result.added());
  }

  @Test
  @Promise(32)
  default void keepsTextsAndGroupsOfAnEnrolledPerson() {
    List<GroupId> groups = fixtures().newGroupIds(2);
    assume().groupsPerPerson(2);
    PersonId person = fixtures().newPersonId();
    String name = fixtures().name("Ada");
    String note = fixtures().note("née");

    library()
        .enrol(AddPerson.of(person, groups).withName(name).withNote(note), fixtures().newImages(1));

    assertThat(library().findPerson(person))
        .contains(Person.of(person, Set.copyOf(groups)).withName(name).withNote(note));
  }

  @Test
  @Promise(32)
  default void enrolsAPersonWithTheImagesThatAreAccepted() {
    FaceImage unsuitable = unsuitable();
    assume().imagesPerCall(2);
    PersonId person = fixtures().newPersonId();

    AddFacesResult result = enrol(person, List.of(unsuitable, fixtures().newImage()));

    assertThat(result.outcomes().get(0)).isInstanceOf(Rejected.class);
    assertThat(result.outcomes().get(1)).isInstanceOf(Added.class);
    assertThat(facesOf(person)).isEqualTo(result.added());
  }

  @Test
  @Promise(32)
  default void enrolsNobodyWhenEveryImageIsRejected() {
    FaceImage unsuitable = unsuitable();
    PersonId person = fixtures().newPersonId();
    List<FaceImage> images = Collections.nCopies(images(2), unsuitable);

    var failure = Failing.assertRefused(ErrorKind.IMAGE_REJECTED, () -> enrol(person, images));

    assertThat(failure)
        .isInstanceOfSatisfying(
            PartialFailureException.class,
            it -> {
              assertThat(it.failures()).hasSize(images.size());
              assertThat(it.succeeded()).isEmpty();
            });
    assertThat(library().findPerson(person)).isEmpty();
    assertThat(enrol(person, fixtures().newImages(1)).added()).hasSize(1);
  }

  @Test
  @Promise(32)
  default void createsNoGroupWhenEveryImageIsRejected() {
    assume().offers(Capability.LIST_PERSONS);
    assume().offers(Capability.NAMED_GROUPS);
    FaceImage unsuitable = unsuitable();
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();

    Failing.assertRefused(
        ErrorKind.IMAGE_REJECTED,
        () -> library().enrol(AddPerson.of(person, group), List.of(unsuitable)));

    assertThat(library().listPersons(group, PageRequest.first()).items()).isEmpty();
  }

  @Test
  @Promise({13, 32})
  default void refusesToEnrolAnExistingPersonAndChangesNothing() {
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().sharedGroup();
    String name = fixtures().name("Ada");
    List<FaceId> faces =
        library()
            .enrol(AddPerson.of(person, group).withName(name), fixtures().newImages(1))
            .orThrow();
    var second = AddPerson.of(person, fixtures().newGroupId()).withName(fixtures().name("Eve"));
    List<FaceImage> images = fixtures().newImages(1);

    Failing.assertRefused(ErrorKind.ALREADY_EXISTS, () -> library().enrol(second, images));

    assertThat(library().findPerson(person))
        .contains(Person.of(person, Set.of(group)).withName(name));
    assertThat(facesOf(person)).isEqualTo(faces);
  }

  @Test
  @Promise({22, 32})
  default void refusesToEnrolWithNoImagesOrMoreThanACallAllows() {
    PersonId person = fixtures().newPersonId();
    assume().offers(Capability.WRITES);

    Failing.assertInvalid("images", () -> enrol(person, List.of()));
    if (limits().imagesPerCall().orElse(Integer.MAX_VALUE) <= Assumptions.LARGEST_TESTED_LIMIT) {
      List<FaceImage> tooMany = fixtures().newImages(limits().imagesPerCall().orElseThrow() + 1);
      Failing.assertInvalid("images", () -> enrol(person, tooMany));
    }

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise({2, 32})
  default void rejectsTheImagesOfAnEnrolmentBeyondTheLimitOfAPerson() {
    int limit =
        assume().smallLimit(bare().capabilities().limits().facesPerPerson(), "faces per person");
    assumeTrue(
        limits().imagesPerCall().orElse(Integer.MAX_VALUE) > limit,
        "a call has no more images than a person may hold");
    PersonId person = fixtures().newPersonId();

    AddFacesResult result = enrol(person, fixtures().newImages(limit + 1));

    assertThat(result.added()).hasSize(limit);
    assertThat(result.failures())
        .singleElement()
        .extracting(ItemFailure::kind)
        .isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(facesOf(person)).containsExactlyInAnyOrderElementsOf(result.added());
  }

  @Test
  @Promise(32)
  default void findsAnEnrolledPersonByEachOfItsImages() {
    assume().offers(Capability.SEARCH);
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();
    List<FaceImage> images = fixtures().newImages(images(3));
    library().enrol(AddPerson.of(person, group), images).orThrow();
    fixtures().waitForSearch();

    assertThat(images)
        .allSatisfy(
            image ->
                assertThat(library().search(fixtures().search(image, group)).best())
                    .hasValueSatisfying(it -> assertThat(it.person()).isEqualTo(person)));
  }
}
