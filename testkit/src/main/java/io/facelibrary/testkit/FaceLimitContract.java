package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.ItemFailure;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at the limit of faces that a person may hold. */
interface FaceLimitContract extends ContractPart {

  private int limit() {
    return given().triable(given().limits().facesPerPerson(), "faces of a person");
  }

  @Test
  @Promise(2)
  @OpenQuestion("Does AddFaces refuse the whole call when only some of its pictures fit?")
  default void rejectsOnlyTheImagesBeyondTheLimitOfAPerson() {
    int limit = limit();
    given().batch(1);
    PersonId person = given().person();
    List<FaceId> before = given().faces(person, limit - 1);
    int batch = Math.min(3, given().imagesPerCall());

    AddFacesResult result = library().addFaces(new AddFaces(person, given().images(batch)));

    assertThat(result.outcomes()).hasSize(batch);
    assertThat(result.outcomes().get(0)).isInstanceOf(Added.class);
    assertThat(result.outcomes().subList(1, batch))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Rejected.class));
    assertThat(result.failures())
        .extracting(ItemFailure::kind)
        .containsOnly(batch == 1 ? new ErrorKind[0] : new ErrorKind[] {ErrorKind.QUOTA_EXCEEDED});
    List<FaceId> expected = new ArrayList<>(before);
    expected.addAll(result.added());
    assertThat(given().facesOf(person))
        .hasSize(limit)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @Promise(2)
  @OpenQuestion("How does AddFaces answer the 21st face of a person?")
  default void rejectsAnImageOfAPersonThatIsFull() {
    int limit = limit();
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, limit);

    AddFacesResult result = library().addFaces(AddFaces.of(person, given().image()));

    assertThat(result.failures())
        .singleElement()
        .extracting(ItemFailure::kind)
        .isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(faces);
  }

  @Test
  @Promise(2)
  default void takesAFaceAgainAfterOneOfAFullPersonWasDeleted() {
    int limit = limit();
    PersonId person = given().person();
    List<FaceId> faces = given().faces(person, limit);
    library().deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();

    FaceId added = given().face(person);

    assertThat(given().facesOf(person)).hasSize(limit).contains(added).doesNotContain(faces.get(0));
  }

  @Test
  @Promise(2)
  default void countsTheFacesOfEachPersonAlone() {
    int limit = limit();
    PersonId full = given().person();
    given().faces(full, limit);
    PersonId other = given().person();

    List<FaceId> faces = given().faces(other, limit);

    assertThat(given().facesOf(other)).containsExactlyInAnyOrderElementsOf(faces);
  }
}
