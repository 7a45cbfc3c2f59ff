package io.facelibrary.testkit;

import io.facelibrary.Candidate;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Libraries with defects in searching. */
final class SearchingLiars {
  private SearchingLiars() {}

  private interface SearchDefect {
    SearchResult search(FaceLibrary honest, Search request);
  }

  private static FaceLibrary lying(FaceLibrary honest, SearchDefect searching) {
    return new ForwardingFaceLibrary(honest) {
      @Override
      public SearchResult search(Search request) {
        return searching.search(delegate(), request);
      }
    };
  }

  private static Liar liar(String defect, String caughtBy, SearchDefect searching) {
    return Liar.of(defect, SearchContract.class, caughtBy, honest -> lying(honest, searching));
  }

  static Stream<Liar> all() {
    return Stream.of(
        liar(
            "returns unsorted candidates",
            "returnsCandidatesInDescendingSimilarity",
            SearchingLiars::backwards),
        Liar.large(
            "returns unsorted candidates beyond the tenth",
            SearchContract.class,
            "returnsCandidatesInDescendingSimilarity",
            honest -> lying(honest, SearchingLiars::reversedBeyondTen)),
        liar(
            "returns a person once per face",
            "returnsAPersonOnceWhenSeveralOfItsFacesMatch",
            SearchingLiars::twice),
        liar(
            "returns a person in two groups twice",
            "searchesEveryRequestedGroupAndReturnsAPersonInTwoOfThemOnce",
            SearchingLiars::groupByGroup),
        liar(
            "searches every group",
            "searchesOnlyTheRequestedGroup",
            (honest, request) -> honest.search(inGroups(request, allGroups(honest)))),
        liar(
            "searches every group when one is missing",
            "findsNoPersonInAGroupThatDoesNotExist",
            (honest, request) -> honest.search(inGroups(request, allGroups(honest)))),
        liar(
            "searches only the first of several groups",
            "searchesEveryRequestedGroupAndReturnsAPersonInTwoOfThemOnce",
            (honest, request) ->
                honest.search(inGroups(request, Set.of(request.groups().iterator().next())))),
        liar(
            "returns more candidates than top-K",
            "returnsAtMostTopKCandidates",
            (honest, request) -> honest.search(request.withTopK(Search.MAX_TOP_K))),
        Liar.unguarded(
            "returns candidates below the minimum similarity",
            SearchContract.class,
            "omitsCandidatesBelowTheMinimumSimilarity",
            honest ->
                lying(
                    honest,
                    (library, request) ->
                        library.search(request.withMinSimilarity(Similarity.NONE)))),
        liar(
            "returns similarity in percent",
            "returnsSimilaritiesFromZeroToOneAndTheHighestForTheSameImage",
            (honest, request) -> changed(honest.search(request), 100)),
        liar(
            "returns zero similarity for every person",
            "returnsSimilaritiesFromZeroToOneAndTheHighestForTheSameImage",
            (honest, request) -> changed(honest.search(request), 0)),
        liar(
            "finds no person",
            "findsAPersonByAnImageThatWasAdded",
            (honest, request) -> SearchResult.of(List.of())),
        Liar.of(
            "finds a deleted face",
            SearchContract.class,
            "doesNotFindADeletedFace",
            SearchingLiars::remembering),
        Liar.of(
            "finds a deleted person",
            SearchContract.class,
            "findsNeitherADeletedPersonNorOneAddedAfterIt",
            SearchingLiars::remembering),
        Liar.of(
            "does not find a person that joined again",
            SearchContract.class,
            "findsAPersonWithoutGroupsOnlyAfterItJoinsOne",
            SearchingLiars::remembering));
  }

  private static Search inGroups(Search request, Set<GroupId> groups) {
    return request.withGroups(groups);
  }

  private static Set<GroupId> allGroups(FaceLibrary honest) {
    return Set.copyOf(honest.listGroups(PageRequest.first()).items());
  }

  private static SearchResult backwards(FaceLibrary honest, Search request) {
    List<Candidate> turned = new ArrayList<>(candidates(honest.search(request)));
    Collections.reverse(turned);
    return result(turned);
  }

  private static SearchResult reversedBeyondTen(FaceLibrary honest, Search request) {
    List<Candidate> changed = new ArrayList<>(candidates(honest.search(request)));
    Collections.reverse(changed.subList(Math.min(10, changed.size()), changed.size()));
    return result(changed);
  }

  private static SearchResult twice(FaceLibrary honest, Search request) {
    List<Candidate> doubled = new ArrayList<>();
    for (Candidate candidate : candidates(honest.search(request))) {
      doubled.addAll(Collections.nCopies(2, candidate));
    }
    return result(doubled);
  }

  private static SearchResult groupByGroup(FaceLibrary honest, Search request) {
    List<Candidate> all = new ArrayList<>();
    for (GroupId group : request.groups()) {
      all.addAll(candidates(honest.search(inGroups(request, Set.of(group)))));
    }
    all.sort((a, b) -> b.similarity().compareTo(a.similarity()));
    return result(all);
  }

  private static SearchResult changed(SearchResult result, int factor) {
    return result(
        candidates(result).stream()
            .map(it -> Candidate.of(it.person(), Similarity.of(it.similarity().value() * factor)))
            .toList());
  }

  private static FaceLibrary remembering(FaceLibrary honest) {
    Map<Search, SearchResult> cache = new ConcurrentHashMap<>();
    return lying(honest, (library, request) -> cache.computeIfAbsent(request, library::search));
  }

  private static List<Candidate> candidates(SearchResult result) {
    return result.faces().stream().flatMap(face -> face.candidates().stream()).toList();
  }

  private static SearchResult result(List<Candidate> candidates) {
    return SearchResult.of(List.of(SearchedFace.of(candidates)));
  }
}
