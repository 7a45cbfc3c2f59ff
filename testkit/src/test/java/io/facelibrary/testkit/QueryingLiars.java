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

/** Libraries that lie when faces are queried. */
final class QueryingLiars {
  private QueryingLiars() {}

  private interface QueryFacesLie {
    QueryFacesResult query(FaceLibrary honest, QueryFaces request);
  }

  private static FaceLibrary lying(FaceLibrary honest, QueryFacesLie querying) {
    return new ForwardingFaceLibrary(honest) {
      @Override
      public QueryFacesResult queryFaces(QueryFaces request) {
        return querying.query(delegate(), request);
      }
    };
  }

  private static Liar liar(String lie, String caughtBy, QueryFacesLie querying) {
    return Liar.of(lie, QueryFacesContract.class, caughtBy, honest -> lying(honest, querying));
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "answers named faces in an order of its own",
            "returnsTheNamedFacesInTheOrderOfTheRequest",
            (honest, request) -> {
              QueryFacesResult result = honest.queryFaces(request);
              List<Face> sorted = new ArrayList<>(result.faces());
              sorted.sort(Comparator.comparing(face -> face.id().value()));
              return new QueryFacesResult(sorted, result.missing());
            }),
        liar(
            "does not say what is missing",
            "returnsMissingFacesInTheOrderOfTheRequest",
            (honest, request) ->
                new QueryFacesResult(honest.queryFaces(request).faces(), List.of())),
        liar(
            "finds whatever face is named",
            "returnsAFaceOfAnotherPersonAsMissing",
            (honest, request) ->
                request
                    .faces()
                    .map(
                        named ->
                            new QueryFacesResult(named.stream().map(Face::of).toList(), List.of()))
                    .orElseGet(() -> honest.queryFaces(request))),
        liar(
            "answers all faces whatever is named",
            "returnsOnlyTheNamedFaces",
            (honest, request) -> honest.queryFaces(QueryFaces.allOf(request.person()))),
        liar(
            "answers a face twice",
            "returnsEachFaceOfAPersonOnce",
            (honest, request) -> {
              List<Face> faces = new ArrayList<>(honest.queryFaces(request).faces());
              faces.addAll(faces.subList(0, Math.min(1, faces.size())));
              return new QueryFacesResult(List.copyOf(faces), List.of());
            }),
        liar(
            "does not know a person without faces",
            "returnsNoFacesForAPersonWithoutFaces",
            (honest, request) -> {
              QueryFacesResult result = honest.queryFaces(request);
              if (result.faces().isEmpty()) {
                throw FaceLibraryException.of(ErrorKind.NOT_FOUND, Effect.NONE, "has no faces");
              }
              return result;
            }),
        liar(
            "answers no faces for an unknown person",
            "refusesToQueryFacesOfAnUnknownPerson",
            (honest, request) ->
                honest.findPerson(request.person()).isPresent()
                    ? honest.queryFaces(request)
                    : new QueryFacesResult(List.of(), List.of())),
        Liar.of(
            "answers from a cache that deleting does not clear",
            QueryFacesContract.class,
            "returnsADeletedFaceAsMissingOnceTheDeleteReturned",
            QueryingLiars::cached),
        Liar.of(
            "answers what was true at the query before",
            HistoryContract.class,
            "keepsTheFacesOfAPersonLinearizable",
            QueryingLiars::oneBehind));
  }

  private static FaceLibrary cached(FaceLibrary honest) {
    Map<QueryFaces, QueryFacesResult> cache = new ConcurrentHashMap<>();
    return lying(honest, (library, request) -> cache.computeIfAbsent(request, library::queryFaces));
  }

  /** As a replica does that lags behind. */
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
