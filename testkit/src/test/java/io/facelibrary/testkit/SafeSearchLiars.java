package io.facelibrary.testkit;

import io.facelibrary.Candidate;
import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Libraries that name strangers, or that judge candidates wrongly. */
final class SafeSearchLiars {
  /** A scale by which equal images match, and all others do not. */
  static final SimilarityScale RATES =
      SimilarityScale.ofRates(Map.of(0.0, 1.0, 0.25, 0.5, 1.0, 1e-9), 1e-9, "equal images");

  private static final Capabilities RATED = Liar.DECLARED.toBuilder().scale(RATES).build();

  private SafeSearchLiars() {}

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

  private static Liar liar(
      Capabilities capabilities, String defect, String caughtBy, SearchDefect searching) {
    return Liar.with(
        capabilities,
        defect,
        SafeSearchContract.class,
        caughtBy,
        honest -> lying(honest, searching));
  }

  private static Liar liar(String defect, String caughtBy, SearchDefect searching) {
    return liar(Liar.DECLARED, defect, caughtBy, searching);
  }

  private static Liar unguarded(
      Capabilities capabilities, String defect, String caughtBy, UnaryOperator<FaceLibrary> layer) {
    return Liar.unguarded(capabilities, defect, SafeSearchContract.class, caughtBy, layer);
  }

  static Stream<Liar> all() {
    return Stream.of(aboutStrangers(), aboutJudgement(), aboutCounts(), aboutNumbers())
        .flatMap(liars -> liars);
  }

  private static Stream<Liar> aboutStrangers() {
    return Stream.of(
        liar(
            "finds the nearest person however different",
            "findsNobodyForAStrangerAmongOnePerson",
            (honest, request) -> similar(everybody(honest, request))),
        liar(
            "finds the nearest person for a face that nobody has",
            "hasNoBestCandidateForAFaceThatNobodyHas",
            (honest, request) -> similar(everybody(honest, request))),
        liar(
            "finds strangers in a large library",
            "findsNobodyForAStrangerAmongManyPersons",
            (honest, request) -> {
              SearchResult all = everybody(honest, request.withTopK(20));
              return candidates(all).size() > 10 ? similar(all) : honest.search(request);
            }),
        Liar.of(
            "finds a deleted person, or the next one instead",
            SafeSearchContract.class,
            "findsNobodyForAPersonWhoWasDeleted",
            SafeSearchLiars::remembering));
  }

  private static Stream<Liar> aboutJudgement() {
    return Stream.of(
        unguarded(Liar.DECLARED, "judges no match", "returnsMatchesOnlyByDefault", bare -> bare),
        unguarded(
            Liar.DECLARED,
            "judges no possible match",
            "returnsPossiblePersonsOnlyWhenASearchAsksForThem",
            bare -> bare),
        unguarded(
            Liar.DECLARED, "judges no candidate", "judgesEveryCandidateByItsScale", bare -> bare),
        liar(
            "returns nobody when everybody is wanted",
            "returnsNoFewerPersonsWithoutAMinimum",
            (honest, request) ->
                request.minSimilarity().equals(java.util.Optional.of(Similarity.NONE))
                    ? SearchResult.of(List.of())
                    : honest.search(request)));
  }

  private static Stream<Liar> aboutCounts() {
    return Stream.of(
        liar(
            RATED,
            "counts one compared face",
            "reportsTheFacesThatItComparedIfItsScaleHasRates",
            (honest, request) -> counting(honest.search(request), compared -> 1L)),
        liar(
            RATED,
            "counts fewer compared faces as persons are added",
            "expectsNoFewerStrangersAmongMorePersons",
            (honest, request) ->
                counting(honest.search(request), compared -> Math.max(1, 1000 - 10 * compared))),
        liar(
            RATED,
            "returns the least similar first",
            "expectsNoFewerStrangersForALessSimilarFace",
            (honest, request) -> backwards(honest.search(request))));
  }

  private static Stream<Liar> aboutNumbers() {
    return Stream.of(
        unguarded(
            Offered.withoutScale(),
            "searches without a number",
            "refusesASearchWithoutANumberIfItRecommendsNone",
            bare -> bare),
        unguarded(
            Offered.withoutScale(),
            "judges without a scale",
            "leavesCandidatesUnjudgedIfItKnowsNoScale",
            bare ->
                lying(
                    FaceLibraries.guard("guarded", bare),
                    (honest, request) ->
                        changed(honest.search(request), it -> it.withVerdict(Verdict.MATCH)))),
        liar(
            Offered.withOwnThreshold(),
            "has a threshold of its own that lets everybody pass",
            "needsNoNumberIfItHasAThresholdOfItsOwn",
            SafeSearchLiars::everybody));
  }

  private static SearchResult everybody(FaceLibrary honest, Search request) {
    return honest.search(request.withMinSimilarity(Similarity.NONE));
  }

  private static SearchResult similar(SearchResult result) {
    return changed(result, it -> Candidate.of(it.person(), Similarity.SAME));
  }

  private static SearchResult changed(SearchResult result, Function<Candidate, Candidate> change) {
    return SearchResult.of(
        result.faces().stream()
            .map(
                face ->
                    SearchedFace.of(face.candidates().stream().map(change).toList())
                        .withCompared(face.compared().orElse(0)))
            .toList());
  }

  private static SearchResult counting(SearchResult result, Function<Long, Long> count) {
    return SearchResult.of(
        result.faces().stream()
            .map(face -> face.withCompared(count.apply(face.compared().orElse(0))))
            .toList());
  }

  private static SearchResult backwards(SearchResult result) {
    List<SearchedFace> faces = new ArrayList<>();
    for (SearchedFace face : result.faces()) {
      List<Candidate> turned = new ArrayList<>(face.candidates());
      Collections.reverse(turned);
      faces.add(SearchedFace.of(turned).withCompared(face.compared().orElse(0)));
    }
    return SearchResult.of(faces);
  }

  private static List<Candidate> candidates(SearchResult result) {
    return result.faces().stream().flatMap(face -> face.candidates().stream()).toList();
  }

  private static FaceLibrary remembering(FaceLibrary honest) {
    Map<Search, SearchResult> cache = new ConcurrentHashMap<>();
    return lying(honest, (library, request) -> cache.computeIfAbsent(request, library::search));
  }
}
