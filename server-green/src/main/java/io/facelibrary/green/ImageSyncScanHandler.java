package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ImageSyncScan in the scene {@code sface-n}, which searches faces; help document 70417. Each task
 * succeeds or fails separately.
 */
final class ImageSyncScanHandler implements OperationHandler {
  static final String SCENE = "sface-n";

  /** Source: help document 92006, of the related scenes. */
  private static final int MAX_TASKS = 100;

  /** Source: help document 121341. */
  private static final int MAX_PERSONS = 5;

  private final FaceLibrary library;
  private final ImageResolver images;
  private final OperationErrors errors;
  private final ScanResults scanResults;
  private final boolean rejectsMissingGroup;
  private final int topK;

  ImageSyncScanHandler(
      FaceLibrary library,
      ImageResolver images,
      OperationErrors errors,
      ProtocolAssumptions assumptions) {
    this.library = library;
    this.images = images;
    this.errors = errors;
    this.scanResults = new ScanResults(library, assumptions);
    this.rejectsMissingGroup =
        assumptions.missingGroup() == ProtocolAssumptions.MissingGroup.IS_REFUSED;
    this.topK =
        Math.min(
            MAX_PERSONS, library.capabilities().limits().resultsPerSearch().orElse(MAX_PERSONS));
  }

  @Override
  public OperationResult handle(JsonFields request) {
    if (!request.texts("scenes").equals(List.of(SCENE))) {
      throw request.wrong("scenes", "must be [\"" + SCENE + "\"]: no other scene is served");
    }
    List<JsonFields> fields = request.objects("tasks");
    if (fields.size() > MAX_TASKS) {
      throw request.wrong("tasks", "must have at most " + MAX_TASKS + " elements");
    }
    // Parse all tasks before executing any, so that a malformed request is rejected as a whole.
    List<Task> tasks = fields.stream().map(ImageSyncScanHandler::task).toList();
    rejectDuplicates(request, tasks);
    List<OperationResult> results = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      results.add(execute(task));
    }
    return new OperationResult.Done(
        json -> {
          json.writeStartArray();
          for (int i = 0; i < tasks.size(); i++) {
            scanResults.write(json, tasks.get(i), results.get(i));
          }
          json.writeEndArray();
        });
  }

  private static Task task(JsonFields task) {
    return new Task(
        task.optionalText("dataId"),
        task.text("url"),
        GroupId.of(task.object("extras").text("groupId")));
  }

  private static void rejectDuplicates(JsonFields request, List<Task> tasks) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tasks.size(); i++) {
      Optional<String> id = tasks.get(i).dataId();
      if (id.isPresent() && !seen.add(id.get())) {
        throw request.wrong("tasks[" + i + "].dataId", "must be unique among the tasks");
      }
    }
  }

  private OperationResult execute(Task task) {
    try {
      ResolvedImage image = images.resolve(task.url());
      if (image instanceof ResolvedImage.Unavailable unavailable) {
        return new OperationResult.Failed(unavailable.code(), unavailable.message());
      }
      if (rejectsMissingGroup
          && library.listPersons(task.group(), PageRequest.first(1)).items().isEmpty()) {
        return new OperationResult.Failed(GreenCode.BAD_REQUEST, OperationErrors.GROUP_MISSING);
      }
      // The protocol has no threshold: its clients compare rates themselves.
      Search everybody =
          Search.of(((ResolvedImage.Found) image).image(), task.group())
              .withTopK(topK)
              .withMinSimilarity(Similarity.NONE);
      return scanResults.of(library.search(everybody));
    } catch (FaceLibraryException e) {
      return errors.of(GreenOperation.IMAGE_SYNC_SCAN, e);
    }
  }

  /**
   * One task.
   *
   * @param dataId the client's own id of the task
   * @param url the URL of the image
   * @param group the group to search
   */
  record Task(Optional<String> dataId, String url, GroupId group) {}
}
