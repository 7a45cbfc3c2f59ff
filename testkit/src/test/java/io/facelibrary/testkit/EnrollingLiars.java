package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Limits;
import io.facelibrary.PartialFailureException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Libraries with defects in enrolling. */
final class EnrollingLiars {
  private EnrollingLiars() {}

  private interface EnrolDefect {
    AddFacesResult enrol(FaceLibrary honest, AddPerson person, List<FaceImage> images);
  }

  private static FaceLibrary lying(FaceLibrary honest, EnrolDefect enrolling) {
    return new ForwardingFaceLibrary(honest) {
      @Override
      public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
        return enrolling.enrol(delegate(), person, images);
      }
    };
  }

  private static Liar liar(String defect, String caughtBy, EnrolDefect enrolling) {
    return Liar.of(defect, EnrolContract.class, caughtBy, honest -> lying(honest, enrolling));
  }

  static Stream<Liar> all() {
    Limits few = Limits.builder().facesPerPerson(3).imagesPerCall(5).build();
    Capabilities declared = Offered.within(few);
    return Stream.of(
        liar(
            "forgets all images but the first",
            "addsAPersonWithEveryFaceInTheOrderOfTheImages",
            (honest, person, images) ->
                AddFacesResult.of(
                    Collections.nCopies(
                        images.size(),
                        honest.enrol(person, images.subList(0, 1)).outcomes().get(0)))),
        liar(
            "forgets name and note",
            "keepsTextsAndGroupsOfAnEnrolledPerson",
            (honest, person, images) ->
                honest.enrol(AddPerson.of(person.person(), person.groups()), images)),
        liar(
            "enrols nobody when one image is rejected",
            "enrolsAPersonWithTheImagesThatAreAccepted",
            EnrollingLiars::allOrNothing),
        liar(
            "keeps a person of whom every image was rejected",
            "enrolsNobodyWhenEveryImageIsRejected",
            EnrollingLiars::keepingThePerson),
        liar(
            "keeps the group of a person of whom every image was rejected",
            "createsNoGroupWhenEveryImageIsRejected",
            EnrollingLiars::keepingThePerson),
        liar(
            "adds faces to a person that exists",
            "refusesToEnrolAnExistingPersonAndChangesNothing",
            (honest, person, images) ->
                honest.findPerson(person.person()).isPresent()
                    ? honest.addFaces(AddFaces.of(person.person(), images))
                    : honest.enrol(person, images)),
        Liar.unguarded(
            "enrols with too many images",
            EnrolContract.class,
            "refusesToEnrolWithNoImagesOrMoreThanACallAllows",
            bare -> bare),
        Liar.with(
            Offered.ALL,
            "ignores the limit of a person when it enrols",
            EnrolContract.class,
            "rejectsTheImagesOfAnEnrolmentBeyondTheLimitOfAPerson",
            bare -> new Declaring(bare, declared)),
        liar(
            "stores other images",
            "findsAnEnrolledPersonByEachOfItsImages",
            (honest, person, images) ->
                honest.enrol(
                    person, images.stream().<FaceImage>map(it -> TestImages.random()).toList())));
  }

  private static AddFacesResult allOrNothing(
      FaceLibrary honest, AddPerson person, List<FaceImage> images) {
    AddFacesResult result = honest.enrol(person, images);
    try {
      result.orThrow();
    } catch (FaceLibraryException e) {
      honest.deletePerson(person.person());
      throw e;
    }
    return result;
  }

  private static AddFacesResult keepingThePerson(
      FaceLibrary honest, AddPerson person, List<FaceImage> images) {
    try {
      return honest.enrol(person, images);
    } catch (PartialFailureException e) {
      honest.addPerson(person);
      throw e;
    }
  }
}
