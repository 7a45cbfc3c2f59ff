package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deleting faces. */
interface DeleteFacesContract extends ContractPart {

  @Test
  @Promise(5)
  default void returnsDeletedAndAbsentInTheOrderOfTheRequest() {
    PersonId person = fixtures().addPerson();
    FaceId gone = fixtures().addAndDeleteFace(person);
    List<FaceId> faces = fixtures().addFaces(person, Math.max(2, fixtures().batch()));
    List<FaceId> named = new ArrayList<>(Batch.spread(Batch.reversed(faces)));
    named.add(1, gone);

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, named));

    assertThat(result.outcomes())
        .isEqualTo(
            named.stream()
                .map(face -> faces.contains(face) ? Deleted.of(face) : Absent.of(face))
                .toList());
    assertThat(fixtures().facesOf(person)).isEmpty();
  }

  @Test
  @Promise(5)
  default void deletesEveryNamedFaceAndNoOther() {
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, Math.max(4, fixtures().batch()));
    FaceId first = faces.get(0);
    FaceId last = faces.get(faces.size() - 1);
    List<FaceId> named = Batch.spread(faces.subList(1, faces.size() - 1));

    library().deleteFaces(DeleteFaces.of(person, named));

    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrder(first, last);
  }

  @Test
  @Promise(5)
  default void deletesTheLastFaceAndKeepsThePerson() {
    assume().offers(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().addPerson();
    FaceId face = fixtures().addFace(person);

    library().deleteFaces(DeleteFaces.of(person, face)).orThrow();

    assertThat(fixtures().facesOf(person)).isEmpty();
    assertThat(library().findPerson(person)).isPresent();
  }

  @Test
  @Promise(5)
  default void returnsAbsentForAnIdThatWasNeverIssued() {
    PersonId person = fixtures().addPerson();
    FaceId face = fixtures().addFace(person);
    FaceId neverIssued = FaceId.of("1");

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, neverIssued));

    assertThat(result.outcomes()).containsExactly(Absent.of(neverIssued));
    assertThat(fixtures().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(6)
  default void neverDeletesAFaceOfAnotherPerson() {
    PersonId person = fixtures().addPerson();
    FaceId own = fixtures().addFace(person);
    PersonId other = fixtures().addPerson();
    FaceId foreign = fixtures().addFace(other);

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, foreign, own));

    assertThat(result.outcomes()).containsExactly(Absent.of(foreign), Deleted.of(own));
    assertThat(fixtures().facesOf(other)).containsExactly(foreign);
  }

  @Test
  @Promise(7)
  @OpenQuestion("Is a missing person code 400 or 500 for DeleteFaces?")
  default void refusesToDeleteFacesOfAnUnknownPerson() {
    FaceId face = fixtures().addFace(fixtures().addPerson());
    var request = DeleteFaces.of(fixtures().newPersonId(), face);

    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().deleteFaces(request));
  }

  @Test
  @Promise(7)
  default void refusesToDeleteFacesOfADeletedPerson() {
    PersonId person = fixtures().addPerson();
    FaceId face = fixtures().addFace(person);
    library().deletePerson(person);

    Failing.assertRefused(
        ErrorKind.NOT_FOUND, () -> library().deleteFaces(DeleteFaces.of(person, face)));
  }

  @Test
  @Promise(8)
  default void allowsADeleteToBeRepeated() {
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, 2);
    var request = DeleteFaces.of(person, faces.get(0));
    library().deleteFaces(request).orThrow();

    DeleteFacesResult again = library().deleteFaces(request);

    assertThat(again.outcomes()).containsExactly(Absent.of(faces.get(0)));
    assertThat(fixtures().facesOf(person)).containsExactly(faces.get(1));
  }
}
