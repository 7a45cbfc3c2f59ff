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
import io.facelibrary.aliyun.ScanResponse.DetectedFace;
import io.facelibrary.aliyun.ScanResponse.FacePosition;
import io.facelibrary.aliyun.ScanResponse.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches with one call per group, because a call takes one group (help.aliyun.com document
 * 70417), and merges the responses into one result.
 */
final class SearchCall {
  private final GreenClient client;
  private final ImageSources sources;
  private final ListCalls lists;
  private final SimilarityScale scale;

  SearchCall(GreenClient client, ImageSources sources, ListCalls lists, SimilarityScale scale) {
    this.client = client;
    this.sources = sources;
    this.lists = lists;
    this.scale = scale;
  }

  SearchResult search(Search request) {
    String url = sources.prepare(Operation.SEARCH, request.image()).url();
    Map<FacePosition, List<Hit>> faces = new LinkedHashMap<>();
    for (GroupId group : request.groups()) {
      for (DetectedFace face : scan(url, group).faces()) {
        faces.computeIfAbsent(face.position(), position -> new ArrayList<>()).addAll(face.hits());
      }
    }
    double divisor =
        scale.divisor(faces.values().stream().flatMap(List::stream).mapToDouble(Hit::rate));
    List<FaceMatch> matches = new ArrayList<>(faces.size());
    faces.forEach(
        (position, hits) ->
            matches.add(new FaceMatch(position.box(), best(hits, divisor, request))));
    return new SearchResult(matches, Optional.empty());
  }

  private ScanResponse scan(String url, GroupId group) {
    GreenClient.CallResult result =
        client.call(
            Operation.SEARCH,
            GreenOperation.IMAGE_SYNC_SCAN,
            Bodies.ScanBody.of(url, group.value()));
    GreenClient.CallResult task = result.response().isOk() ? onlyTask(result) : result;
    if (!task.response().isOk() && lists.isMissing(Operation.SEARCH, group, task.response())) {
      return new ScanResponse(List.of());
    }
    return ScanResponse.of(task.data(), task);
  }

  /** Returns the only task of the list of tasks, with its status and result. */
  private static GreenClient.CallResult onlyTask(GreenClient.CallResult result) {
    JsonNode tasks = result.response().data();
    if (tasks.size() != 1 || !tasks.isArray()) {
      throw result.failures().defect(result.response(), tasks.size() + " tasks instead of one");
    }
    return result.ofTask(tasks.get(0));
  }

  private static List<Candidate> best(List<Hit> hits, double divisor, Search request) {
    Map<String, Hit> bestByPerson = new HashMap<>();
    hits.forEach(hit -> bestByPerson.merge(hit.person(), hit, SearchCall::better));
    return candidates(bestByPerson.values(), divisor).stream()
        .filter(candidate -> candidate.similarity().isAtLeast(request.minSimilarity()))
        .sorted(Candidate.BEST_FIRST)
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
