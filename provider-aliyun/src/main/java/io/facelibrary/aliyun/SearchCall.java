package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.Candidate;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.SearchedFace;
import io.facelibrary.Similarity;
import io.facelibrary.aliyun.ScanResponse.DetectedFace;
import io.facelibrary.aliyun.ScanResponse.FacePosition;
import io.facelibrary.aliyun.ScanResponse.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches with one call per group, because a call takes one group (help.aliyun.com document
 * 70417), and merges the responses into one result.
 */
final class SearchCall {
  private final GreenClient client;
  private final ImageSources sources;
  private final ListCalls lists;
  private final RateScale scale;

  SearchCall(GreenClient client, ImageSources sources, ListCalls lists, RateScale scale) {
    this.client = client;
    this.sources = sources;
    this.lists = lists;
    this.scale = scale;
  }

  SearchResult search(Search request) {
    // The guard refuses other probes: the library does not offer SEARCH_BY_FACE.
    FaceImage image = (FaceImage) request.probe();
    String url = sources.prepare(Operation.SEARCH, image).url();
    Map<FacePosition, List<Hit>> faces = new LinkedHashMap<>();
    for (GroupId group : request.groups()) {
      for (DetectedFace face : scan(url, group).faces()) {
        faces.computeIfAbsent(face.position(), position -> new ArrayList<>()).addAll(face.hits());
      }
    }
    List<SearchedFace> searched = new ArrayList<>(faces.size());
    faces.forEach(
        (position, hits) -> {
          SearchedFace face = SearchedFace.of(best(hits, request));
          searched.add(position.box().map(face::withBox).orElse(face));
        });
    return SearchResult.of(searched);
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
    return ScanResponse.of(task.data(), task, scale);
  }

  /** Returns the only task of the list of tasks, with its status and result. */
  private static GreenClient.CallResult onlyTask(GreenClient.CallResult result) {
    JsonNode tasks = result.response().data();
    if (tasks.size() != 1 || !tasks.isArray()) {
      throw result.failures().defect(result.response(), tasks.size() + " tasks instead of one");
    }
    return result.ofTask(tasks.get(0));
  }

  private static List<Candidate> best(List<Hit> hits, Search request) {
    Similarity least = request.minSimilarity().orElse(Similarity.NONE);
    Map<PersonId, Hit> bestByPerson = new HashMap<>();
    hits.forEach(hit -> bestByPerson.merge(hit.person(), hit, SearchCall::better));
    return bestByPerson.values().stream()
        .filter(hit -> hit.similarity().isAtLeast(least))
        .map(hit -> Candidate.of(hit.person(), hit.similarity()).withFace(hit.face()))
        .sorted(Candidate.BEST_FIRST)
        .limit(request.topK())
        .toList();
  }

  private static Hit better(Hit one, Hit other) {
    return one.similarity().isAtLeast(other.similarity()) ? one : other;
  }
}
