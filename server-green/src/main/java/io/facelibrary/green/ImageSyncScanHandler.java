package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ImageSyncScan in the scene {@code sface-n}, the search; help document 70417. Tasks succeed or
 * fail one by one.
 */
final class ImageSyncScanHandler implements OperationHandler {
  static final String SCENE = "sface-n";

  /** Help document 92006, of the sister scenes. */
  private static final int MOST_TASKS = 100;

  /** Help document 121341. */
  private static final int MOST_PERSONS = 5;

  private final FaceLibrary library;
  private final ImageResolver pictures;
  private final Errors errors;
  private final ScanAnswers answers;
  private final boolean refusesMissing;
  private final int topK;

  ImageSyncScanHandler(
      FaceLibrary library, ImageResolver pictures, Errors errors, ProtocolAssumptions assumptions) {
    this.library = library;
    this.pictures = pictures;
    this.errors = errors;
    this.answers = new ScanAnswers(library, assumptions);
    this.refusesMissing = assumptions.missingGroup() == ProtocolAssumptions.MissingGroup.IS_REFUSED;
    this.topK =
        Math.min(
            MOST_PERSONS, library.capabilities().limits().resultsPerSearch().orElse(MOST_PERSONS));
  }

  @Override
  public OperationResult handle(JsonFields request) {
    if (!request.texts("scenes").equals(List.of(SCENE))) {
      throw request.wrong("scenes", "must be [\"" + SCENE + "\"]: no other scene is served");
    }
    List<JsonFields> fields = request.objects("tasks");
    if (fields.size() > MOST_TASKS) {
      throw request.wrong("tasks", "must have at most " + MOST_TASKS + " elements");
    }
    // All are read before any is done: a request that is wrong is refused as a whole.
    List<Task> tasks = fields.stream().map(ImageSyncScanHandler::task).toList();
    refuseRepeated(request, tasks);
    List<OperationResult> done = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      done.add(answer(task));
    }
    return new OperationResult.Done(
        json -> {
          json.writeStartArray();
          for (int i = 0; i < tasks.size(); i++) {
            answers.write(json, tasks.get(i), done.get(i));
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

  private static void refuseRepeated(JsonFields request, List<Task> tasks) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tasks.size(); i++) {
      Optional<String> id = tasks.get(i).dataId();
      if (id.isPresent() && !seen.add(id.get())) {
        throw request.wrong("tasks[" + i + "].dataId", "is that of another task");
      }
    }
  }

  private OperationResult answer(Task task) {
    try {
      ResolvedImage picture = pictures.find(task.url());
      if (picture instanceof ResolvedImage.Unavailable no) {
        return new OperationResult.Failed(no.code(), no.message());
      }
      if (refusesMissing
          && library.listPersons(task.group(), PageRequest.first(1)).items().isEmpty()) {
        return new OperationResult.Failed(GreenCode.BAD_REQUEST, Errors.GROUP_MISSING);
      }
      SearchResult result =
          library.search(
              Search.of(((ResolvedImage.Found) picture).image(), task.group()).withTopK(topK));
      return answers.of(result);
    } catch (FaceLibraryException e) {
      return errors.of(GreenOperation.IMAGE_SYNC_SCAN, e);
    }
  }

  /**
   * One task.
   *
   * @param dataId the caller's own name for it
   * @param url of the picture
   * @param group where to look
   */
  record Task(Optional<String> dataId, String url, GroupId group) {}
}
