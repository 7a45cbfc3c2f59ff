package io.facelibrary.testkit;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.Face;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Libraries with defects in querying faces. */
final class QueryingLiars {
  private QueryingLiars() {}

  private interface QueryFacesDefect {
    QueryFacesResult query(FaceLibrary honest, QueryFaces request);
  }

  private static FaceLibrary lying(FaceLibrary honest, QueryFacesDefect querying) {
    return new ForwardingFaceLibrary(honest) {
      @Override
      public QueryFacesResult queryFaces(QueryFaces request) {
        return querying.query(delegate(), request);
      }
    };
  }

  private static Liar liar(String defect, String caughtBy, QueryFacesDefect querying) {
    return Liar.of(defect, QueryFacesContract.class, caughtBy, honest -> lying(honest, querying));
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "returns named faces sorted by id",
            "returnsTheNamedFacesInTheOrderOfTheRequest",
            (honest, request) -> {
              QueryFacesResult result = honest.queryFaces(request);
              List<Face> sorted = new ArrayList<>(result.faces());
              sorted.sort(Comparator.comparing(face -> face.id().value()));
              return QueryFacesResult.of(sorted, result.missing());
            }),
        liar(
            "does not return the missing faces",
            "returnsMissingFacesInTheOrderOfTheRequest",
            (honest, request) ->
                QueryFacesResult.of(honest.queryFaces(request).faces(), List.of())),
        liar(
            "returns every named face, even of another person",
            "returnsAFaceOfAnotherPersonAsMissing",
            (honest, request) ->
                request
                    .faces()
                    .map(
                        named ->
                            QueryFacesResult.of(named.stream().map(Face::of).toList(), List.of()))
                    .orElseGet(() -> honest.queryFaces(request))),
        liar(
            "returns all faces for any named faces",
            "returnsOnlyTheNamedFaces",
            (honest, request) -> honest.queryFaces(QueryFaces.allOf(request.person()))),
        liar(
            "returns a face twice",
            "returnsEachFaceOfAPersonOnce",
            (honest, request) -> {
              List<Face> faces = new ArrayList<>(honest.queryFaces(request).faces());
              faces.addAll(faces.subList(0, Math.min(1, faces.size())));
              return QueryFacesResult.of(List.copyOf(faces), List.of());
            }),
        liar(
            "does not find a person without faces",
            "returnsNoFacesForAPersonWithoutFaces",
            (honest, request) -> {
              QueryFacesResult result = honest.queryFaces(request);
              if (result.faces().isEmpty()) {
                throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "has no faces");
              }
              return result;
            }),
        liar(
            "returns no faces for an unknown person",
            "refusesToQueryFacesOfAnUnknownPerson",
            (honest, request) ->
                honest.findPerson(request.person()).isPresent()
                    ? honest.queryFaces(request)
                    : QueryFacesResult.of(List.of(), List.of())),
        Liar.of(
            "reads from a cache that a delete does not clear",
            QueryFacesContract.class,
            "returnsADeletedFaceAsMissingOnceTheDeleteReturned",
            QueryingLiars::cached),
        Liar.of(
            "returns the result of the previous query",
            HistoryContract.class,
            "keepsTheFacesOfAPersonLinearizable",
            QueryingLiars::oneBehind));
  }

  private static FaceLibrary cached(FaceLibrary honest) {
    Map<QueryFaces, QueryFacesResult> cache = new ConcurrentHashMap<>();
    return lying(honest, (library, request) -> cache.computeIfAbsent(request, library::queryFaces));
  }

  /** Behaves like a replica that lags behind. */
  private static FaceLibrary oneBehind(FaceLibrary honest) {
    Map<PersonId, QueryFacesResult> before = new ConcurrentHashMap<>();
    return lying(
        honest,
        (library, request) -> {
          QueryFacesResult now = library.queryFaces(request);
          if (request.faces().isPresent()) {
            return now;
          }
          QueryFacesResult last = before.put(request.person(), now);
          return last == null ? now : last;
        });
  }
}
