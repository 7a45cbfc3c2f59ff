package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Querying faces. */
interface QueryFacesContract extends ContractPart {

  private static List<FaceId> withoutThese(List<FaceId> removed, List<FaceId> faces) {
    return faces.stream().filter(face -> !removed.contains(face)).toList();
  }

  @Test
  @Promise(9)
  default void returnsEachFaceOfAPersonOnce() {
    PersonId person = fixtures().addPerson();
    fixtures().addFace(fixtures().addPerson());
    List<FaceId> faces = fixtures().addFaces(person, fixtures().batch());

    QueryFacesResult result = library().queryFaces(QueryFaces.allOf(person));

    assertThat(result.ids()).containsExactlyInAnyOrderElementsOf(faces);
    assertThat(result.missing()).isEmpty();
  }

  @Test
  @Promise(9)
  default void returnsNoFacesForAPersonWithoutFaces() {
    assume().offers(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().addPerson();

    QueryFacesResult result = library().queryFaces(QueryFaces.allOf(person));

    assertThat(result.faces()).isEmpty();
    assertThat(result.missing()).isEmpty();
  }

  @Test
  @Promise(9)
  default void returnsTheNamedFacesInTheOrderOfTheRequest() {
    PersonId person = fixtures().addPerson();
    List<FaceId> faces =
        Batch.reversed(fixtures().addFaces(person, Math.max(2, fixtures().batch())));
    List<FaceId> named = Batch.spread(faces);

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, named));

    assertThat(result.ids()).isEqualTo(faces);
    assertThat(result.missing()).isEqualTo(withoutThese(faces, named));
  }

  @Test
  @Promise(9)
  default void returnsOnlyTheNamedFaces() {
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, 3);

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, faces.get(1)));

    assertThat(result.ids()).containsExactly(faces.get(1));
  }

  @Test
  @Promise(9)
  default void returnsMissingFacesInTheOrderOfTheRequest() {
    PersonId person = fixtures().addPerson();
    FaceId first = fixtures().addAndDeleteFace(person);
    FaceId second = fixtures().addAndDeleteFace(person);
    FaceId present = fixtures().addFace(person);
    List<FaceId> named = new ArrayList<>(Batch.spread(List.of(present)));
    named.add(0, second);
    named.add(first);

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, named));

    assertThat(result.ids()).containsExactly(present);
    assertThat(result.missing()).isEqualTo(withoutThese(List.of(present), named));
  }

  @Test
  @Promise(9)
  default void returnsAFaceOfAnotherPersonAsMissing() {
    PersonId person = fixtures().addPerson();
    FaceId foreign = fixtures().addFace(fixtures().addPerson());

    QueryFacesResult result = library().queryFaces(QueryFaces.of(person, foreign));

    assertThat(result.faces()).isEmpty();
    assertThat(result.missing()).containsExactly(foreign);
  }

  @Test
  @Promise(10)
  default void returnsADeletedFaceAsMissingOnceTheDeleteReturned() {
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, 2);
    library().queryFaces(QueryFaces.allOf(person));
    library().deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();

    QueryFacesResult named = library().queryFaces(QueryFaces.of(person, faces));

    assertThat(named.missing()).containsExactly(faces.get(0));
    assertThat(fixtures().facesOf(person)).containsExactly(faces.get(1));
  }

  @Test
  @Promise(11)
  @OpenQuestion("Which code and text does GetFaces return for a person that does not exist?")
  default void refusesToQueryFacesOfAnUnknownPerson() {
    PersonId unknown = fixtures().newPersonId();

    Failing.assertRefused(
        ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.allOf(unknown)));
  }

  @Test
  @Promise(11)
  default void refusesToQueryFacesOfADeletedPerson() {
    PersonId person = fixtures().addPerson();
    FaceId face = fixtures().addFace(person);
    library().deletePerson(person);

    Failing.assertRefused(
        ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.of(person, face)));
  }
}
