package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What querying faces promises. */
interface QueryFacesContract extends ContractPart {

  @Test
  @Promise(9)
  default void answersAllFacesOfAPersonEachOnce() {
    PersonId person = given().person();
    given().face(given().person());
    List<FaceId> faces = given().faces(person, 3);

    QueryFacesResult result = library().queryFaces(QueryFaces.allOf(person));

    assertThat(result.ids()).containsExactlyInAnyOrderElementsOf(faces);
    assertThat(result.missing()).isEmpty();
  }

  @Test
  @Promise(9)
  default void answersNoFacesOfAPersonThatHasNone() {
    PersonId person = given().person();

    QueryFacesResult result = library().queryFaces(QueryFaces.allOf(person));

    assertThat(result.faces()).isEmpty();
    assertThat(result.missing()).isEmpty();
  }

  @Test
  @Promise(9)
  default void answersTheNamedFacesInTheOrderOfTheRequest() {
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, 3);
    List<FaceId> named = List.of(faces.get(2), faces.get(0), faces.get(1));

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, named));

    assertThat(result.ids()).isEqualTo(named);
    assertThat(result.missing()).isEmpty();
  }

  @Test
  @Promise(9)
  default void answersOnlyTheNamedFaces() {
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, 3);

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, faces.get(1)));

    assertThat(result.ids()).containsExactly(faces.get(1));
  }

  @Test
  @Promise(9)
  default void answersTheNamedFacesThatAreNotThereAsMissingInTheOrderOfTheRequest() {
    PersonId person = given().person();
    FaceId first = given().goneFace(person);
    FaceId second = given().goneFace(person);
    FaceId unheardOf = FaceId.of("1");
    FaceId there = given().face(person);

    QueryFacesResult result =
        library().queryFaces(QueryFaces.of(person, second, unheardOf, there, first));

    assertThat(result.ids()).containsExactly(there);
    assertThat(result.missing()).containsExactly(second, unheardOf, first);
  }

  @Test
  @Promise(9)
  default void answersAFaceOfAnotherPersonAsMissing() {
    PersonId person = given().person();
    FaceId foreign = given().face(given().person());

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, foreign));

    assertThat(result.faces()).isEmpty();
    assertThat(result.missing()).containsExactly(foreign);
  }

  @Test
  @Promise(10)
  default void missesADeletedFaceFromTheMomentTheDeleteReturned() {
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, 2);
    library().queryFaces(QueryFaces.allOf(person));
    library().deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();

    QueryFacesResult named = library().queryFaces(QueryFaces.of(person, faces));

    assertThat(named.missing()).containsExactly(faces.get(0));
    assertThat(given().facesOf(person)).containsExactly(faces.get(1));
  }

  @Test
  @Promise(11)
  @OpenQuestion("Which code and text does GetFaces answer for a person that does not exist?")
  default void refusesToQueryFacesOfAnUnknownPerson() {
    PersonId nobody = given().nobody();

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.allOf(nobody)));
  }

  @Test
  @Promise(11)
  default void refusesToQueryFacesOfADeletedPerson() {
    PersonId person = given().person();
    FaceId face = given().face(person);
    library().deletePerson(person);

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.of(person, face)));
  }
}
