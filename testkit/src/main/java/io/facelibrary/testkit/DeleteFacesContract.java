package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deleting faces promises. */
interface DeleteFacesContract extends ContractPart {

  @Test
  @Promise(5)
  default void saysInTheOrderOfTheRequestWhichFacesItDeletedAndWhichWereAbsent() {
    PersonId person = given().person();
    FaceId gone = given().goneFace(person);
    List<FaceId> faces = given().faces(person, 2);

    DeleteFacesResult result =
        library().deleteFaces(DeleteFaces.of(person, faces.get(1), gone, faces.get(0)));

    assertThat(result.outcomes())
        .containsExactly(new Deleted(faces.get(1)), new Absent(gone), new Deleted(faces.get(0)));
  }

  @Test
  @Promise(5)
  default void leavesNoneOfTheNamedFacesAndEveryOther() {
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, 4);

    library().deleteFaces(DeleteFaces.of(person, faces.get(0), faces.get(2))).orThrow();

    assertThat(given().facesOf(person)).containsExactlyInAnyOrder(faces.get(1), faces.get(3));
  }

  @Test
  @Promise(5)
  default void deletesTheLastFaceAndKeepsThePerson() {
    PersonId person = given().person();
    FaceId face = given().face(person);

    library().deleteFaces(DeleteFaces.of(person, face)).orThrow();

    assertThat(given().facesOf(person)).isEmpty();
    assertThat(library().findPerson(person)).isPresent();
  }

  @Test
  @Promise(5)
  default void answersAbsentForAFaceThatWasNeverIssued() {
    PersonId person = given().person();
    FaceId face = given().face(person);
    FaceId unheardOf = FaceId.of("1");

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, unheardOf));

    assertThat(result.outcomes()).containsExactly(new Absent(unheardOf));
    assertThat(given().facesOf(person)).containsExactly(face);
  }

  @Test
  @Promise(6)
  default void neverDeletesAFaceOfAnotherPerson() {
    PersonId person = given().person();
    FaceId own = given().face(person);
    PersonId other = given().person();
    FaceId foreign = given().face(other);

    DeleteFacesResult result = library().deleteFaces(DeleteFaces.of(person, foreign, own));

    assertThat(result.outcomes()).containsExactly(new Absent(foreign), new Deleted(own));
    assertThat(given().facesOf(other)).containsExactly(foreign);
  }

  @Test
  @Promise(7)
  @OpenQuestion("Is a missing person code 400 or 500 for DeleteFaces?")
  default void refusesToDeleteFacesOfAnUnknownPerson() {
    FaceId face = given().face(given().person());
    var request = DeleteFaces.of(given().nobody(), face);

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().deleteFaces(request));
  }

  @Test
  @Promise(7)
  default void refusesToDeleteFacesOfADeletedPerson() {
    PersonId person = given().person();
    FaceId face = given().face(person);
    library().deletePerson(person);

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().deleteFaces(DeleteFaces.of(person, face)));
  }

  @Test
  @Promise(8)
  default void deletesAgainWithoutHarm() {
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, 2);
    var request = DeleteFaces.of(person, faces.get(0));
    library().deleteFaces(request).orThrow();

    DeleteFacesResult again = library().deleteFaces(request);

    assertThat(again.outcomes()).containsExactly(new Absent(faces.get(0)));
    assertThat(given().facesOf(person)).containsExactly(faces.get(1));
  }
}
