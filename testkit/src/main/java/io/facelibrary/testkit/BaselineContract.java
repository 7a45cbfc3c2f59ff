package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The baseline capabilities about writes, faces and queries: every library has them unless it
 * declares otherwise. A library without one of them has exactly this behavior.
 */
interface BaselineContract extends ContractPart {
  /** Every write that takes the id of a person. */
  List<Operation> WRITES =
      List.of(
          Operation.ADD_FACES,
          Operation.DELETE_FACES,
          Operation.ADD_PERSON,
          Operation.ENROL,
          Operation.UPDATE_PERSON,
          Operation.DELETE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS);

  @Test
  @Promise(35)
  default void storesAWriteWhenWritesAreOffered() {
    assume().offers(Capability.WRITES);
    PersonId person = fixtures().addPerson();
    FaceId face = fixtures().addFace(person);

    assertThat(fixtures().facesOf(person)).containsExactly(face);
    assertThat(library().deletePerson(person)).isTrue();
  }

  @Test
  @Promise(35)
  default void refusesEveryWriteWhenWritesAreNotOffered() {
    assume().doesNotOffer(Capability.WRITES);
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();
    FaceImage image = fixtures().newImage();

    for (Operation write : WRITES) {
      Failing.assertUnsupported(
          Capability.WRITES, () -> Operations.call(bare(), write, person, group, image));
    }

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(35)
  default void addsAPersonWithoutFacesWhenOffered() {
    assume().offers(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();

    library().addPerson(AddPerson.of(person, group));

    assertThat(library().findPerson(person)).contains(Person.of(person, Set.of(group)));
    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(35)
  default void refusesAPersonWithoutFacesWhenNotOffered() {
    assume().doesNotOffer(Capability.PERSONS_WITHOUT_FACES);
    assume().offers(Capability.WRITES);
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();

    Failing.assertUnsupported(
        Capability.PERSONS_WITHOUT_FACES, () -> bare().addPerson(AddPerson.of(person, group)));
    assertThat(library().findPerson(person)).isEmpty();

    FaceId face =
        bare().enrol(AddPerson.of(person, group), fixtures().newImages(1)).orThrow().get(0);
    assertThat(fixtures().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(35)
  default void keepsTheLastFaceWhenAPersonNeedsOne() {
    assume().doesNotOffer(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().newPersonId();
    List<FaceId> faces =
        library()
            .enrol(AddPerson.of(person, fixtures().sharedGroup()), fixtures().newImages(1))
            .orThrow();

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, faces));

    assertThat(result.outcomes())
        .singleElement()
        .isInstanceOfSatisfying(
            DeleteFacesResult.Refused.class,
            it -> {
              assertThat(it.failure().kind()).isEqualTo(ErrorKind.UNSUPPORTED);
              assertThat(it.failure().reason()).isEqualTo("last-face");
            });
    assertThat(library().queryFaces(QueryFaces.allOf(person)).ids()).isEqualTo(faces);
  }

  @Test
  @Promise(35)
  default void replacesTheLastFaceWhenAPersonNeedsOne() {
    assume().doesNotOffer(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().addPerson();
    FaceId first = bare().queryFaces(QueryFaces.allOf(person)).ids().get(0);
    FaceId second = fixtures().addFace(person);

    library().deleteFaces(DeleteFaces.of(person, first)).orThrow();

    assertThat(bare().queryFaces(QueryFaces.allOf(person)).ids()).containsExactly(second);
  }

  @Test
  @Promise(35)
  default void deletesAllFacesButOneInACallWhenAPersonNeedsOne() {
    assume().doesNotOffer(Capability.PERSONS_WITHOUT_FACES);
    assume().imagesPerCall(2);
    PersonId person = fixtures().newPersonId();
    List<FaceId> faces =
        library()
            .enrol(AddPerson.of(person, fixtures().sharedGroup()), fixtures().newImages(2))
            .orThrow();

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, faces));

    assertThat(result.deleted()).hasSize(1);
    assertThat(result.failures()).hasSize(1);
    assertThat(library().queryFaces(QueryFaces.allOf(person)).ids())
        .hasSize(1)
        .doesNotContainAnyElementsOf(result.deleted());
  }

  @Test
  @Promise(35)
  default void keepsEqualImagesWhenOffered() {
    assume().offers(Capability.SAME_IMAGE_TWICE);
    assume().facesPerPerson(2);
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();

    fixtures().addFace(person, image);
    fixtures().addFace(person, image);

    assertThat(fixtures().facesOf(person)).hasSize(2);
  }

  @Test
  @Promise(35)
  default void rejectsASecondEqualImageOfAPersonWhenNotOffered() {
    assume().doesNotOffer(Capability.SAME_IMAGE_TWICE);
    assume().facesPerPerson(3);
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();
    FaceId first = fixtures().addFace(person, image);

    assertDuplicate(library().addFaces(AddFaces.of(person, image)).outcomes().get(0));
    assertThat(fixtures().facesOf(person)).containsExactly(first);
    FaceId ofAnother = fixtures().addFace(fixtures().addPerson(), image);
    assertThat(ofAnother).isNotEqualTo(first);
    library().deleteFaces(DeleteFaces.of(person, first));
    fixtures().addFace(person, image);
  }

  @Test
  @Promise(35)
  default void rejectsASecondEqualImageInACallWhenNotOffered() {
    assume().doesNotOffer(Capability.SAME_IMAGE_TWICE);
    assume().imagesPerCall(2);
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();

    AddFacesResult result = library().addFaces(AddFaces.of(person, image, image));

    assertThat(result.outcomes().get(0)).isInstanceOf(Added.class);
    assertDuplicate(result.outcomes().get(1));
    assertThat(fixtures().facesOf(person)).isEqualTo(result.added());
  }

  private static void assertDuplicate(AddFacesResult.Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Rejected.class,
            it -> {
              assertThat(it.failure().kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
              assertThat(it.failure().reason()).isEqualTo("duplicate-image");
            });
  }

  @Test
  @Promise(35)
  default void showsAWriteToTheNextQueryWhenQueriesAreConsistent() {
    assume().offers(Capability.CONSISTENT_QUERIES);
    PersonId person = fixtures().addPerson();
    assertThat(library().findPerson(person)).isPresent();
    FaceId face = fixtures().addFace(person);
    assertThat(fixtures().facesOf(person)).containsExactly(face);

    library().deletePerson(person);

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(35)
  default void showsAWriteToEveryQueryAfterTheQueryDelay() {
    assume().doesNotOffer(Capability.CONSISTENT_QUERIES);
    PersonId person = fixtures().addPerson();
    fixtures().addFace(person);
    harness().waitForQueries(bare().capabilities().queryDelay());
    assertThat(bare().findPerson(person)).isPresent();
    assertThat(bare().queryFaces(QueryFaces.allOf(person)).ids()).isNotEmpty();

    library().deletePerson(person);
    harness().waitForQueries(bare().capabilities().queryDelay());

    assertThat(bare().findPerson(person)).isEmpty();
    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> bare().queryFaces(QueryFaces.allOf(person)));
  }
}
