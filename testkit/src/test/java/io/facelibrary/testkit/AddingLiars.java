package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ItemFailure;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Libraries with defects in adding faces. */
final class AddingLiars {
  private AddingLiars() {}

  private interface AddFacesDefect {
    AddFacesResult add(FaceLibrary honest, AddFaces request);
  }

  private static Liar liar(String defect, String caughtBy, AddFacesDefect adding) {
    return Liar.of(defect, AddFacesContract.class, caughtBy, honest -> lying(honest, adding));
  }

  private static FaceLibrary lying(FaceLibrary honest, AddFacesDefect adding) {
    return new ForwardingFaceLibrary(honest) {
      @Override
      public AddFacesResult addFaces(AddFaces request) {
        return adding.add(delegate(), request);
      }
    };
  }

  static Stream<Liar> all() {
    return Stream.concat(aboutFaces(), aboutLimits());
  }

  private static Stream<Liar> aboutFaces() {
    return Stream.of(
        liar(
            "returns an id of a face that it did not store",
            "returnsAddedFacesFromAQueryImmediately",
            AddingLiars::withoutKeepingTheLast),
        liar(
            "returns one id for all images of a call",
            "returnsOneOutcomePerImage",
            (honest, request) -> {
              AddFacesResult result = honest.addFaces(request);
              Outcome first = result.outcomes().get(0);
              return first instanceof Added
                  ? AddFacesResult.of(Collections.nCopies(result.outcomes().size(), first))
                  : result;
            }),
        new Liar(
            "numbers the faces of each person from one",
            AddFacesContract.class,
            "givesEachFaceAUniqueIdAcrossPersons",
            () -> new NotebookHarness(new OneIdNotebook(), Liar.DECLARED, it -> it)),
        liar(
            "returns outcomes in the order of processing",
            "returnsOutcomesInTheOrderOfTheImagesAsSourceUrlsShow",
            AddingLiars::backwards),
        liar(
            "returns outcomes in an order that only search shows",
            "returnsOutcomesInTheOrderOfTheImagesAsSearchShows",
            AddingLiars::backwards),
        liar(
            "omits a failure",
            "keepsTheOtherImagesWhenSomeAreRejected",
            (honest, request) ->
                AddFacesResult.of(
                    honest.addFaces(request).outcomes().stream()
                        .filter(outcome -> outcome instanceof Added)
                        .toList())),
        liar(
            "reports a rejected image as added",
            "keepsTheOtherImagesWhenSomeAreRejected",
            (honest, request) ->
                AddFacesResult.of(
                    honest.addFaces(request).outcomes().stream()
                        .map(it -> it instanceof Rejected ? Added.of(FaceId.of("7")) : it)
                        .toList())),
        liar(
            "undoes every image when one is rejected",
            "keepsTheOtherImagesWhenSomeAreRejected",
            AddingLiars::allOrNothing),
        liar(
            "accepts fewer images per call than it declares",
            "addsAsManyImagesInOneCallAsItsLimitAllows",
            (honest, request) -> {
              if (request.images().size() > 3) {
                throw FaceLibraryException.of(
                    ErrorKind.INVALID_REQUEST, Effect.NONE, "too many images");
              }
              return honest.addFaces(request);
            }),
        liar(
            "creates an unknown person",
            "refusesTheWholeCallForAnUnknownPerson",
            (honest, request) -> {
              if (honest.findPerson(request.person()).isEmpty()) {
                honest.addPerson(AddPerson.of(request.person()));
              }
              return honest.addFaces(request);
            }),
        liar(
            "reports an unknown person per image",
            "refusesToAddFacesToADeletedPerson",
            (honest, request) ->
                honest.findPerson(request.person()).isPresent()
                    ? honest.addFaces(request)
                    : rejectingAll(request, ErrorKind.NOT_FOUND)),
        new Liar(
            "reuses the id of a deleted face",
            AddFacesContract.class,
            "neverReusesTheIdOfADeletedFace",
            () -> new NotebookHarness(new ThriftyNotebook(), Liar.DECLARED, it -> it)),
        Liar.of(
            "stores the same image once",
            AddFacesContract.class,
            "keepsTheSameImageTwiceInACallAsTwoFaces",
            AddingLiars::withoutDoubles));
  }

  private static Stream<Liar> aboutLimits() {
    return Stream.of(
        Liar.limitless(
            "ignores the limit of a person",
            FaceLimitContract.class,
            "rejectsAnImageForAPersonAtTheLimit",
            bare -> bare),
        Liar.of(
            "refuses the whole call when not all images fit",
            FaceLimitContract.class,
            "rejectsOnlyTheImagesBeyondTheLimitOfAPerson",
            honest -> lying(honest, AddingLiars::allOrNothing)),
        Liar.of(
            "counts deleted faces against the limit",
            FaceLimitContract.class,
            "acceptsAFaceAgainAfterOneIsDeletedAtTheLimit",
            honest -> counting(honest, true)),
        Liar.of(
            "counts the faces of all persons together",
            FaceLimitContract.class,
            "countsTheFacesOfEachPersonSeparately",
            honest -> counting(honest, false)));
  }

  private static AddFacesResult withoutKeepingTheLast(FaceLibrary honest, AddFaces request) {
    AddFacesResult result = honest.addFaces(request);
    List<FaceId> added = result.added();
    if (!added.isEmpty()) {
      honest.deleteFaces(DeleteFaces.of(request.person(), added.get(added.size() - 1)));
    }
    return result;
  }

  private static AddFacesResult backwards(FaceLibrary honest, AddFaces request) {
    List<FaceImage> images = new ArrayList<>(request.images());
    Collections.reverse(images);
    return honest.addFaces(AddFaces.of(request.person(), images));
  }

  private static AddFacesResult allOrNothing(FaceLibrary honest, AddFaces request) {
    AddFacesResult result = honest.addFaces(request);
    if (result.failures().isEmpty()) {
      return result;
    }
    if (!result.added().isEmpty()) {
      honest.deleteFaces(DeleteFaces.of(request.person(), result.added()));
    }
    return rejectingAll(request, result.failures().get(0).kind());
  }

  private static AddFacesResult rejectingAll(AddFaces request, ErrorKind kind) {
    return AddFacesResult.of(
        Fixtures.indices(request.images().size()).stream()
            .<Outcome>map(i -> Rejected.of(ItemFailure.of(i, kind, "not taken")))
            .toList());
  }

  private static FaceLibrary withoutDoubles(FaceLibrary honest) {
    Map<PersonId, Map<FaceImage, FaceId>> known = new ConcurrentHashMap<>();
    return lying(
        honest,
        (library, request) -> {
          var ofPerson = known.computeIfAbsent(request.person(), it -> new HashMap<>());
          List<Outcome> outcomes = new ArrayList<>();
          for (FaceImage image : request.images()) {
            outcomes.add(
                Added.of(
                    ofPerson.computeIfAbsent(
                        image,
                        it ->
                            library.addFaces(AddFaces.of(request.person(), it)).orThrow().get(0))));
          }
          return AddFacesResult.of(outcomes);
        });
  }

  private static FaceLibrary counting(FaceLibrary honest, boolean eachPersonAlone) {
    Map<PersonId, Integer> counts = new HashMap<>();
    PersonId everybody = PersonId.of("everybody");
    int limit = Liar.DECLARED.limits().facesPerPerson().orElseThrow();
    return lying(
        honest,
        (library, request) -> {
          PersonId counted = eachPersonAlone ? request.person() : everybody;
          int count = counts.merge(counted, request.images().size(), Integer::sum);
          return count <= limit
              ? library.addFaces(request)
              : rejectingAll(request, ErrorKind.QUOTA_EXCEEDED);
        });
  }

  /** Issues the same id for every face. */
  private static final class OneIdNotebook extends Notebook {
    @Override
    FaceId nextFace() {
      return FaceId.of("1");
    }
  }

  /** Issues the first free number. */
  private static final class ThriftyNotebook extends Notebook {
    @Override
    FaceId nextFace() {
      int number = 1;
      while (isTaken(FaceId.of(Integer.toString(number)))) {
        number++;
      }
      return FaceId.of(Integer.toString(number));
    }

    private boolean isTaken(FaceId face) {
      return persons.values().stream().anyMatch(it -> it.faces.containsKey(face));
    }
  }
}
