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

/** The limit of the faces that a person may hold. */
interface FaceLimitContract extends ContractPart {

  private int limit() {
    return assume().smallLimit(limits().facesPerPerson(), "faces per person");
  }

  @Test
  @Promise(2)
  @OpenQuestion("Does AddFaces refuse the whole call when only some of its images fit?")
  default void rejectsOnlyTheImagesBeyondTheLimitOfAPerson() {
    int limit = limit();
    PersonId person = fixtures().addPerson();
    List<FaceId> before = fixtures().addFaces(person, limit - 1);
    int batch = Math.min(Batch.SIZE, fixtures().imagesPerCall());

    AddFacesResult result = library().addFaces(AddFaces.of(person, fixtures().newImages(batch)));

    assertThat(result.outcomes()).hasSize(batch);
    assertThat(result.outcomes().get(0)).isInstanceOf(Added.class);
    assertThat(result.outcomes().subList(1, batch))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Rejected.class));
    assertThat(result.failures())
        .extracting(ItemFailure::kind)
        .containsOnly(batch == 1 ? new ErrorKind[0] : new ErrorKind[] {ErrorKind.QUOTA_EXCEEDED});
    List<FaceId> expected = new ArrayList<>(before);
    expected.addAll(result.added());
    assertThat(fixtures().facesOf(person))
        .hasSize(limit)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @Promise(2)
  @OpenQuestion("Which response does AddFaces return for the 21st face of a person?")
  default void rejectsAnImageForAPersonAtTheLimit() {
    int limit = limit();
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, limit);

    AddFacesResult result = library().addFaces(AddFaces.of(person, fixtures().newImage()));

    assertThat(result.failures())
        .singleElement()
        .extracting(ItemFailure::kind)
        .isEqualTo(ErrorKind.QUOTA_EXCEEDED);
    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(faces);
  }

  @Test
  @Promise(2)
  default void acceptsAFaceAgainAfterOneIsDeletedAtTheLimit() {
    int limit = limit();
    PersonId person = fixtures().addPerson();
    List<FaceId> faces = fixtures().addFaces(person, limit);
    library().deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();

    FaceId added = fixtures().addFace(person);

    assertThat(fixtures().facesOf(person))
        .hasSize(limit)
        .contains(added)
        .doesNotContain(faces.get(0));
  }

  @Test
  @Promise(2)
  default void countsTheFacesOfEachPersonSeparately() {
    int limit = limit();
    PersonId full = fixtures().addPerson();
    fixtures().addFaces(full, limit);
    PersonId other = fixtures().addPerson();

    List<FaceId> faces = fixtures().addFaces(other, limit);

    assertThat(fixtures().facesOf(other)).containsExactlyInAnyOrderElementsOf(faces);
  }
}
