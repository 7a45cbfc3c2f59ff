package io.facelibrary.testkit;

import io.facelibrary.Candidate;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.KnownFace;
import io.facelibrary.PageRequest;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Libraries with defects in searching among persons, and by a face. */
final class SearchInputLiars {
  private SearchInputLiars() {}

  private interface SearchDefect {
    SearchResult search(FaceLibrary honest, Search request);
  }

  private static Liar liar(String defect, String caughtBy, SearchDefect searching) {
    return Liar.of(
        defect,
        SearchInputContract.class,
        caughtBy,
        honest ->
            new ForwardingFaceLibrary(honest) {
              @Override
              public SearchResult search(Search request) {
                return searching.search(delegate(), request);
              }
            });
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "ignores the persons of a search",
            "returnsOnlyThePersonsItIsAskedFor",
            (honest, request) -> honest.search(amongAll(request))),
        liar(
            "looks for the persons among the first of all",
            "findsAPersonAmongOthersBeyondTopK",
            (honest, request) ->
                filtered(
                    honest.search(amongAll(request)),
                    it -> request.persons().isEmpty() || request.persons().contains(it.person()))),
        liar(
            "looks for the persons in every group",
            "findsNobodyAmongPersonsWhoAreNotInTheGroup",
            (honest, request) ->
                request.persons().isEmpty()
                    ? honest.search(request)
                    : honest.search(request.withGroups(allGroups(honest)))),
        liar(
            "finds by a face its own person only",
            "findsByAFaceThePersonsThatItsImageFinds",
            (honest, request) ->
                filtered(
                    honest.search(request),
                    it ->
                        !(request.probe() instanceof KnownFace face)
                            || face.person().equals(it.person()))),
        liar(
            "finds nobody by an unknown face",
            "refusesToSearchByAFaceThatThePersonDoesNotHave",
            (honest, request) -> {
              try {
                return honest.search(request);
              } catch (FaceLibraryException e) {
                return SearchResult.of(List.of());
              }
            }));
  }

  private static Search amongAll(Search request) {
    return Search.of(request.probe(), request.groups().toArray(GroupId[]::new))
        .withTopK(request.topK())
        .withMinSimilarity(request.minSimilarity().orElse(Similarity.NONE));
  }

  private static Set<GroupId> allGroups(FaceLibrary honest) {
    return Set.copyOf(honest.listGroups(PageRequest.first()).items());
  }

  private static SearchResult filtered(SearchResult result, Predicate<Candidate> kept) {
    return SearchResult.of(
        result.faces().stream()
            .map(face -> SearchedFace.of(face.candidates().stream().filter(kept).toList()))
            .toList());
  }
}
