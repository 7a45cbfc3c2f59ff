package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Candidate;
import io.facelibrary.FaceId;
import io.facelibrary.FaceMatch;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.aliyun.ScanResponse.FoundFace;
import io.facelibrary.aliyun.ScanResponse.Hit;
import io.facelibrary.aliyun.ScanResponse.Spot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches: one call for each group, since the service takes one group a call (help.aliyun.com
 * document 70417), merged into one answer.
 */
final class SearchCall {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::similarity)
          .reversed()
          .thenComparing(candidate -> candidate.person().value());

  private final GreenClient client;
  private final ImageSources addresses;
  private final ListCalls lists;
  private final SimilarityScale scale;

  SearchCall(GreenClient client, ImageSources addresses, ListCalls lists, SimilarityScale scale) {
    this.client = client;
    this.addresses = addresses;
    this.lists = lists;
    this.scale = scale;
  }

  SearchResult search(Search request) {
    String url = addresses.of(Operation.SEARCH, request.image()).url();
    Map<Spot, List<Hit>> faces = new LinkedHashMap<>();
    for (GroupId group : request.groups()) {
      for (FoundFace face : found(url, group).faces()) {
        faces.computeIfAbsent(face.spot(), spot -> new ArrayList<>()).addAll(face.hits());
      }
    }
    double divisor =
        scale.divisor(faces.values().stream().flatMap(List::stream).mapToDouble(Hit::rate));
    List<FaceMatch> matches = new ArrayList<>(faces.size());
    faces.forEach(
        (spot, hits) -> matches.add(new FaceMatch(spot.box(), best(hits, divisor, request))));
    return new SearchResult(matches, Optional.empty());
  }

  private ScanResponse found(String url, GroupId group) {
    GreenClient.Reply reply =
        client.call(
            Operation.SEARCH,
            GreenOperation.IMAGE_SYNC_SCAN,
            Bodies.ScanBody.of(url, group.value()));
    GreenClient.Reply task = reply.answer().isOk() ? ofTask(reply) : reply;
    if (!task.answer().isOk() && lists.isMissing(Operation.SEARCH, group, task.answer())) {
      return new ScanResponse(List.of());
    }
    return ScanResponse.of(task.data(), task);
  }

  /** Takes the status and the result of the one task out of the list of tasks. */
  private static GreenClient.Reply ofTask(GreenClient.Reply reply) {
    JsonNode tasks = reply.answer().data();
    if (tasks.size() != 1 || !tasks.isArray()) {
      throw reply.failures().defect(reply.answer(), tasks.size() + " tasks for one");
    }
    return reply.ofTask(tasks.get(0));
  }

  private static List<Candidate> best(List<Hit> hits, double divisor, Search request) {
    Map<String, Hit> ofPersons = new HashMap<>();
    hits.forEach(hit -> ofPersons.merge(hit.person(), hit, SearchCall::better));
    return candidates(ofPersons.values(), divisor).stream()
        .filter(candidate -> candidate.similarity().isAtLeast(request.minSimilarity()))
        .sorted(BEST_FIRST)
        .limit(request.topK())
        .toList();
  }

  private static Hit better(Hit one, Hit other) {
    return one.rate() >= other.rate() ? one : other;
  }

  private static List<Candidate> candidates(Collection<Hit> hits, double divisor) {
    return hits.stream()
        .map(
            hit ->
                new Candidate(
                    PersonId.of(hit.person()),
                    FaceId.of(hit.face()),
                    SimilarityScale.similarity(hit.rate(), divisor)))
        .toList();
  }
}
