package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.DeleteFacesResult.Absent;
import io.facelibrary.DeleteFacesResult.Deleted;
import io.facelibrary.DeleteFacesResult.Outcome;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Libraries with defects in deleting faces. */
final class DeletingLiars {
  private DeletingLiars() {}

  private interface DeleteFacesDefect {
    DeleteFacesResult delete(FaceLibrary honest, DeleteFaces request);
  }

  private static Liar liar(String defect, String caughtBy, DeleteFacesDefect deleting) {
    return Liar.of(
        defect,
        DeleteFacesContract.class,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public DeleteFacesResult deleteFaces(DeleteFaces request) {
                return deleting.delete(delegate(), request);
              }
            });
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "reports absent faces as deleted",
            "returnsDeletedAndAbsentInTheOrderOfTheRequest",
            (honest, request) -> {
              honest.deleteFaces(request);
              return allDeleted(request);
            }),
        liar(
            "reports deleted faces and deletes nothing",
            "deletesEveryNamedFaceAndNoOther",
            (honest, request) -> {
              honest.queryFaces(QueryFaces.allOf(request.person()));
              return allDeleted(request);
            }),
        liar(
            "deletes every face of the person",
            "deletesEveryNamedFaceAndNoOther",
            (honest, request) -> {
              List<FaceId> all = honest.queryFaces(QueryFaces.allOf(request.person())).ids();
              DeleteFacesResult result = honest.deleteFaces(request);
              if (!all.isEmpty()) {
                honest.deleteFaces(DeleteFaces.of(request.person(), all));
              }
              return result;
            }),
        liar(
            "returns outcomes in another order",
            "returnsDeletedAndAbsentInTheOrderOfTheRequest",
            (honest, request) -> {
              List<Outcome> outcomes = new ArrayList<>(honest.deleteFaces(request).outcomes());
              Collections.reverse(outcomes);
              return DeleteFacesResult.of(outcomes);
            }),
        liar(
            "fails for an absent face",
            "returnsAbsentForAnIdThatWasNeverIssued",
            (honest, request) -> failingOnAbsent(honest.deleteFaces(request))),
        liar(
            "fails when a delete is repeated",
            "allowsADeleteToBeRepeated",
            (honest, request) -> failingOnAbsent(honest.deleteFaces(request))),
        liar(
            "returns absent for an unknown person",
            "refusesToDeleteFacesOfAnUnknownPerson",
            (honest, request) ->
                honest.findPerson(request.person()).isPresent()
                    ? honest.deleteFaces(request)
                    : DeleteFacesResult.of(
                        request.faces().stream().<Outcome>map(Absent::of).toList())),
        liar(
            "deletes a person with its last face",
            "deletesTheLastFaceAndKeepsThePerson",
            (honest, request) -> {
              DeleteFacesResult result = honest.deleteFaces(request);
              if (honest.queryFaces(QueryFaces.allOf(request.person())).faces().isEmpty()) {
                honest.deletePerson(request.person());
              }
              return result;
            }),
        Liar.of(
            "deletes named faces of other persons",
            DeleteFacesContract.class,
            "neverDeletesAFaceOfAnotherPerson",
            ByFaceAlone::new));
  }

  private static DeleteFacesResult allDeleted(DeleteFaces request) {
    return DeleteFacesResult.of(request.faces().stream().<Outcome>map(Deleted::of).toList());
  }

  private static DeleteFacesResult failingOnAbsent(DeleteFacesResult result) {
    if (!result.absent().isEmpty()) {
      throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.PARTIAL, "there is no such face");
    }
    return result;
  }

  private static final class ByFaceAlone extends ForwardingFaceLibrary {
    private final Map<FaceId, PersonId> owners = new ConcurrentHashMap<>();

    ByFaceAlone(FaceLibrary honest) {
      super(honest);
    }

    @Override
    public AddFacesResult addFaces(AddFaces request) {
      AddFacesResult result = super.addFaces(request);
      result.added().forEach(face -> owners.put(face, request.person()));
      return result;
    }

    @Override
    public DeleteFacesResult deleteFaces(DeleteFaces request) {
      return DeleteFacesResult.of(
          request.faces().stream()
              .flatMap(
                  face ->
                      delegate()
                          .deleteFaces(
                              DeleteFaces.of(owners.getOrDefault(face, request.person()), face))
                          .outcomes()
                          .stream())
              .toList());
    }
  }
}
