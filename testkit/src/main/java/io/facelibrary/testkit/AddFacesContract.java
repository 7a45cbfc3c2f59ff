package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Adding faces, except for the limit of a person. */
interface AddFacesContract extends ContractPart {

  @Test
  @Promise(1)
  default void returnsOneOutcomePerImage() {
    assume().imagesPerCall(2);
    PersonId person = fixtures().addPerson();
    int batch = Math.min(fixtures().imagesPerCall(), fixtures().batch());

    AddFacesResult result = library().addFaces(AddFaces.of(person, fixtures().newImages(batch)));

    assertThat(result.outcomes()).hasSize(batch).hasOnlyElementsOfType(Added.class);
    assertThat(result.added()).doesNotHaveDuplicates();
    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(result.added());
  }

  @Test
  @Promise(1)
  default void returnsAddedFacesFromAQueryImmediately() {
    for (int total = 0; total < Batch.SIZE; total += fixtures().batch()) {
      PersonId person = fixtures().addPerson();

      List<FaceId> faces = fixtures().addFaces(person, fixtures().batch());

      assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(faces);
      assertThat(library().queryFaces(QueryFaces.of(person, faces)).ids()).isEqualTo(faces);
    }
  }

  @Test
  @Promise(1)
  default void returnsOutcomesInTheOrderOfTheImagesAsSourceUrlsShow() {
    assume().offers(Capability.IMAGE_URL);
    assume().offers(Capability.FACE_IMAGE_URL);
    assume().imagesPerCall(2);
    PersonId person = fixtures().addPerson();
    List<URI> urls =
        Stream.generate(() -> harness().freshImageUrl().url()).limit(fixtures().batch()).toList();
    List<FaceImage> images = urls.stream().<FaceImage>map(FaceImage::at).toList();

    List<FaceId> added = fixtures().addFaces(person, images);

    List<Face> found = library().queryFaces(QueryFaces.of(person, added)).faces();
    assertThat(found).extracting(Face::id).isEqualTo(added);
    assertThat(found).extracting(Face::source).isEqualTo(urls.stream().map(Optional::of).toList());
  }

  @Test
  @Promise(1)
  default void returnsOutcomesInTheOrderOfTheImagesAsSearchShows() {
    assume().offers(Capability.SEARCH);
    assume().imagesPerCall(2);
    GroupId group = fixtures().newGroupId();
    PersonId person = fixtures().addPersonTo(group);
    List<FaceImage> images = fixtures().newImages(fixtures().batch());

    List<FaceId> added = fixtures().addFaces(person, images);

    fixtures().waitForSearch();
    List<FaceId> found = new ArrayList<>();
    for (FaceImage image : images) {
      var best = library().search(fixtures().search(image, group)).best().orElseThrow();
      assumeTrue(best.face().isPresent(), "the library does not say which face it found");
      found.add(best.face().orElseThrow());
    }
    assertThat(found).isEqualTo(added);
  }

  @Test
  @Promise(1)
  default void keepsTheOtherImagesWhenSomeAreRejected() {
    Optional<FaceImage> unsuitable = harness().unsuitableImage();
    assumeTrue(unsuitable.isPresent(), "the harness names no image that the library rejects");
    assume().imagesPerCall(3);
    PersonId person = fixtures().addPerson();
    int batch = Math.min(Batch.SIZE, fixtures().imagesPerCall());
    Set<Integer> suitable = Set.of(0, batch / 2, batch - 1);
    List<FaceImage> images =
        Fixtures.indices(batch).stream()
            .map(i -> suitable.contains(i) ? fixtures().newImage() : unsuitable.orElseThrow())
            .toList();

    AddFacesResult result = library().addFaces(AddFaces.of(person, images));

    assertThat(result.outcomes()).hasSize(batch);
    for (int i = 0; i < batch; i++) {
      Outcome outcome = result.outcomes().get(i);
      if (suitable.contains(i)) {
        assertThat(outcome).isInstanceOf(Added.class);
      } else {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Rejected.class,
                it -> assertThat(it.failure().kind()).isEqualTo(ErrorKind.IMAGE_REJECTED));
      }
    }
    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(result.added());
  }

  @Test
  @Promise(1)
  default void givesEachFaceAUniqueIdAcrossPersons() {
    PersonId first = fixtures().addPerson();
    PersonId second = fixtures().addPerson();

    List<FaceId> faces = new ArrayList<>();
    faces.add(fixtures().addFace(first));
    faces.add(fixtures().addFace(second));
    faces.add(fixtures().addFace(fixtures().addPerson()));

    assertThat(faces).doesNotHaveDuplicates();
  }

  @Test
  @Promise(1)
  default void neverReusesTheIdOfADeletedFace() {
    PersonId person = fixtures().addPerson();
    FaceId deleted = fixtures().addAndDeleteFace(person);
    FaceId ofDeletedPerson = fixtures().addFace(person);
    library().deletePerson(person);
    library().addPerson(AddPerson.of(person, fixtures().newGroupId()));

    FaceId added = fixtures().addFace(person);

    assertThat(added).isNotIn(deleted, ofDeletedPerson);
    assertThat(ofDeletedPerson).isNotEqualTo(deleted);
  }

  @Test
  @Promise(1)
  default void addsAsManyImagesInOneCallAsItsLimitAllows() {
    int most = assume().smallLimit(limits().imagesPerCall(), "images per call");
    assume().facesPerPerson(most);
    PersonId person = fixtures().addPerson();

    AddFacesResult result = library().addFaces(AddFaces.of(person, fixtures().newImages(most)));

    assertThat(result.orThrow()).hasSize(most);
    assertThat(fixtures().facesOf(person)).hasSize(most);
  }

  @Test
  @Promise(1)
  default void addsToTheNamedPersonOnly() {
    PersonId person = fixtures().addPerson();
    PersonId other = fixtures().addPerson();

    FaceId face = fixtures().addFace(person);

    assertThat(fixtures().facesOf(person)).containsExactly(face);
    assertThat(fixtures().facesOf(other)).isEmpty();
  }

  @Test
  @Promise(3)
  @OpenQuestion("Which code and text does AddFaces return for a person that does not exist?")
  default void refusesTheWholeCallForAnUnknownPerson() {
    PersonId unknown = fixtures().newPersonId();
    var request = AddFaces.of(unknown, fixtures().newImage());

    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().addFaces(request));

    assertThat(library().findPerson(unknown)).isEmpty();
  }

  @Test
  @Promise(3)
  default void refusesToAddFacesToADeletedPerson() {
    PersonId person = fixtures().addPerson();
    library().deletePerson(person);
    var request = AddFaces.of(person, fixtures().newImage());

    Failing.assertRefused(ErrorKind.NOT_FOUND, () -> library().addFaces(request));
  }

  @Test
  @Promise(4)
  @OpenQuestion("Does AddFaces create two faces when a call names the same URL twice?")
  default void keepsTheSameImageTwiceInACallAsTwoFaces() {
    assume().offers(Capability.SAME_IMAGE_TWICE);
    assume().imagesPerCall(2);
    PersonId person = fixtures().addPerson();
    var request = AddFaces.of(person, Collections.nCopies(2, fixtures().newImage()));

    List<FaceId> added = library().addFaces(request).orThrow();

    assertThat(added).hasSize(2).doesNotHaveDuplicates();
    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @Promise(4)
  @OpenQuestion("Does AddFaces create a second face when a later call names the same URL?")
  default void keepsTheSameImageInASecondCallAsASecondFace() {
    assume().offers(Capability.SAME_IMAGE_TWICE);
    assume().facesPerPerson(2);
    PersonId person = fixtures().addPerson();
    FaceImage image = fixtures().newImage();
    FaceId first = fixtures().addFace(person, image);

    FaceId second = fixtures().addFace(person, image);

    assertThat(fixtures().facesOf(person)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  @Promise(4)
  default void keepsTheSameImageForTwoPersonsAsAFaceOfEach() {
    FaceImage image = fixtures().newImage();
    PersonId first = fixtures().addPerson();
    PersonId second = fixtures().addPerson();
    FaceId ofFirst = fixtures().addFace(first, image);

    FaceId ofSecond = fixtures().addFace(second, image);
    library().deleteFaces(DeleteFaces.of(first, ofFirst));

    assertThat(ofSecond).isNotEqualTo(ofFirst);
    assertThat(fixtures().facesOf(second)).containsExactly(ofSecond);
  }
}
