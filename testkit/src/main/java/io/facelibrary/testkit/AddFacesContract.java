package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What adding faces promises, but for the limit of a person. */
interface AddFacesContract extends ContractPart {

  @Test
  @Promise(1)
  default void answersOneOutcomeForEachImage() {
    given().batch(3);
    PersonId person = given().person();

    AddFacesResult result = library().addFaces(new AddFaces(person, given().images(3)));

    assertThat(result.outcomes()).hasSize(3).hasOnlyElementsOfType(Added.class);
    assertThat(result.added()).doesNotHaveDuplicates();
  }

  @Test
  @Promise(1)
  default void findsAddedFacesByAQueryAtOnce() {
    PersonId person = given().person();

    List<FaceId> faces = given().faces(person, 2);

    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(faces);
    assertThat(library().queryFaces(QueryFaces.of(person, faces)).ids()).isEqualTo(faces);
  }

  @Test
  @Promise(1)
  default void answersOutcomesInTheOrderOfTheImagesAsTheAddressesOfTheFacesTell() {
    given().offered(Capability.IMAGE_URL);
    given().offered(Capability.FACE_IMAGE_URL);
    given().batch(3);
    PersonId person = given().person();
    List<URI> addresses = Stream.generate(() -> harness().freshAddress().url()).limit(3).toList();
    List<FaceImage> images = addresses.stream().<FaceImage>map(FaceImage::at).toList();

    List<FaceId> added = library().addFaces(new AddFaces(person, images)).orThrow();

    List<Face> found = library().queryFaces(QueryFaces.of(person, added)).faces();
    assertThat(found).extracting(Face::id).isEqualTo(added);
    assertThat(found)
        .extracting(Face::source)
        .isEqualTo(addresses.stream().map(Optional::of).toList());
  }

  @Test
  @Promise(1)
  default void answersOutcomesInTheOrderOfTheImagesAsSearchTells() {
    given().offered(Capability.SEARCH);
    given().batch(3);
    GroupId group = given().group();
    PersonId person = given().personIn(group);
    List<FaceImage> images = given().images(3);

    List<FaceId> added = library().addFaces(new AddFaces(person, images)).orThrow();

    given().settled();
    assertThat(images)
        .extracting(
            image -> library().search(given().search(image, group)).best().orElseThrow().face())
        .isEqualTo(added);
  }

  @Test
  @Promise(1)
  default void keepsTheImagesBesideOneThatIsRejected() {
    Optional<FaceImage> unsuitable = harness().unsuitableImage();
    assumeTrue(unsuitable.isPresent(), "the library takes every picture, as the harness says");
    given().batch(3);
    PersonId person = given().person();
    var request = AddFaces.of(person, given().image(), unsuitable.orElseThrow(), given().image());

    AddFacesResult result = library().addFaces(request);

    assertThat(result.outcomes())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Added.class),
            second ->
                assertThat(second)
                    .isInstanceOfSatisfying(
                        Rejected.class,
                        it -> assertThat(it.failure().kind()).isEqualTo(ErrorKind.IMAGE_REJECTED)),
            third -> assertThat(third).isInstanceOf(Added.class));
    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(result.added());
  }

  @Test
  @Promise(1)
  default void givesEachFaceAnIdOfItsOwnWhoeverHasIt() {
    PersonId first = given().person();
    PersonId second = given().person();

    List<FaceId> faces = new ArrayList<>();
    faces.add(given().face(first));
    faces.add(given().face(second));
    faces.add(given().face(given().person()));

    assertThat(faces).doesNotHaveDuplicates();
  }

  @Test
  @Promise(1)
  default void neverGivesTheIdOfADeletedFaceAgain() {
    PersonId person = given().person();
    FaceId deleted = given().goneFace(person);
    FaceId ofDeletedPerson = given().face(person);
    library().deletePerson(person);
    library().addPerson(AddPerson.of(person, given().group()));

    FaceId added = given().face(person);

    assertThat(added).isNotIn(deleted, ofDeletedPerson);
    assertThat(ofDeletedPerson).isNotEqualTo(deleted);
  }

  @Test
  @Promise(1)
  default void addsAsManyImagesInOneCallAsItSays() {
    int most = given().triable(given().limits().imagesPerCall(), "pictures in a call");
    given().room(most);
    PersonId person = given().person();

    AddFacesResult result = library().addFaces(new AddFaces(person, given().images(most)));

    assertThat(result.orThrow()).hasSize(most);
    assertThat(given().facesOf(person)).hasSize(most);
  }

  @Test
  @Promise(1)
  default void addsToTheNamedPersonOnly() {
    PersonId person = given().person();
    PersonId other = given().person();

    FaceId face = given().face(person);

    assertThat(given().facesOf(person)).containsExactly(face);
    assertThat(given().facesOf(other)).isEmpty();
  }

  @Test
  @Promise(3)
  @OpenQuestion("Which code and text do AddFaces answer for a person that does not exist?")
  default void refusesFacesOfAnUnknownPersonAsAWhole() {
    PersonId nobody = given().nobody();
    var request = AddFaces.of(nobody, given().image());

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().addFaces(request));

    assertThat(library().findPerson(nobody)).isEmpty();
  }

  @Test
  @Promise(3)
  default void refusesFacesOfADeletedPerson() {
    PersonId person = given().person();
    library().deletePerson(person);
    var request = AddFaces.of(person, given().image());

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().addFaces(request));
  }

  @Test
  @Promise(4)
  @OpenQuestion("Are two faces made when AddFaces names the same URL twice in a call?")
  default void keepsTheSamePictureTwiceInACallAsTwoFaces() {
    given().batch(2);
    PersonId person = given().person();
    var request = new AddFaces(person, Collections.nCopies(2, given().image()));

    List<FaceId> added = library().addFaces(request).orThrow();

    assertThat(added).hasSize(2).doesNotHaveDuplicates();
    assertThat(given().facesOf(person)).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @Promise(4)
  @OpenQuestion("Is a second face made when a later AddFaces names a URL that was added before?")
  default void keepsTheSamePictureOfASecondCallAsASecondFace() {
    given().room(2);
    PersonId person = given().person();
    FaceImage image = given().image();
    FaceId first = given().face(person, image);

    FaceId second = given().face(person, image);

    assertThat(given().facesOf(person)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  @Promise(4)
  default void keepsTheSamePictureOfTwoPersonsAsAFaceOfEach() {
    FaceImage image = given().image();
    PersonId first = given().person();
    PersonId second = given().person();
    FaceId ofFirst = given().face(first, image);

    FaceId ofSecond = given().face(second, image);
    library().deleteFaces(DeleteFaces.of(first, ofFirst));

    assertThat(ofSecond).isNotEqualTo(ofFirst);
    assertThat(given().facesOf(second)).containsExactly(ofSecond);
  }
}
