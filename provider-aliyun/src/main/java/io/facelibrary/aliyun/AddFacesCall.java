package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddFacesResult.Added;
import io.facelibrary.AddFacesResult.Outcome;
import io.facelibrary.AddFacesResult.Rejected;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds faces, and finds the outcome of each image where the service does not report it. */
final class AddFacesCall {
  private final GreenClient client;
  private final ErrorInterpreter errors;
  private final ImageSources sources;
  private final LostAddResolver lostAdds;
  private final AddFailureExplainer explainer;

  AddFacesCall(GreenClient client, ErrorInterpreter errors, FaceCalls faces, ImageSources sources) {
    this.client = client;
    this.errors = errors;
    this.sources = sources;
    this.lostAdds = new LostAddResolver(faces);
    this.explainer = new AddFailureExplainer(faces);
  }

  AddFacesResult add(AddFaces request) {
    PersonId person = request.person();
    List<ImageSources.Source> images = sources.prepare(Operation.ADD_FACES, request.images());
    return AddFacesResult.of(add(person, images, 1));
  }

  private List<Outcome> add(
      PersonId person, List<ImageSources.Source> images, int furtherAttempts) {
    GreenClient.CallResult result;
    FaceLibraryException failure;
    try {
      result = send(person, images);
      if (result.response().isOk()) {
        return readOutcomes(person, images, result);
      }
      failure = errors.interpretForPerson(Operation.ADD_FACES, person, result);
    } catch (FaceLibraryException e) {
      failure = e;
    }
    if (failure.effect() == Effect.UNKNOWN) {
      return lostAdds.resolve(person, images, failure);
    }
    if (failure.kind() == ErrorKind.IMAGE_REJECTED && images.size() == 1) {
      return List.of(Rejected.of(AddFailureExplainer.unsuitable(0, failure.getMessage())));
    }
    if (failure.kind() == ErrorKind.INVALID_REQUEST) {
      return addAsManyAsFit(person, images, furtherAttempts, failure);
    }
    throw failure;
  }

  private GreenClient.CallResult send(PersonId person, List<ImageSources.Source> images) {
    List<String> urls = images.stream().map(ImageSources.Source::url).toList();
    return client.call(
        Operation.ADD_FACES,
        GreenOperation.ADD_FACES,
        new Bodies.AddFacesBody(person.value(), urls));
  }

  private List<Outcome> readOutcomes(
      PersonId person, List<ImageSources.Source> images, GreenClient.CallResult result) {
    JsonNode items = result.data().path("faceImageItems");
    if (items.size() != images.size()) {
      String defect = items.size() + " faceImageItems for " + images.size() + " images";
      throw result.failures().defect(result.response(), defect);
    }
    List<Outcome> outcomes = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      outcomes.add(
          item.path("success").asBoolean(false)
              ? Added.of(readFaceId(item, result))
              : Rejected.of(
                  AddFailureExplainer.unsuitable(
                      outcomes.size(), result.failures().redact(item.path("msg").asText("")))));
    }
    return explainer.explain(person, outcomes);
  }

  private static FaceId readFaceId(JsonNode item, GreenClient.CallResult result) {
    Optional<String> id = Json.id(item.path("faceId"));
    return FaceId.of(
        id.orElseThrow(
            () -> result.failures().defect(result.response(), "a face without a faceId")));
  }

  /**
   * Adds as many images as the person can still hold, after the service refused all of them. For a
   * full person, the documentation does not say whether the service refuses the whole call or
   * single images.
   *
   * <p>Faces may be added and deleted between the refusal and the count. All images may therefore
   * fit by now. The further attempt distinguishes this from an invalid request.
   */
  private List<Outcome> addAsManyAsFit(
      PersonId person,
      List<ImageSources.Source> images,
      int furtherAttempts,
      FaceLibraryException failure) {
    OptionalInt free = explainer.queryFreeFaces(person);
    if (free.isEmpty() || (free.getAsInt() > 0 && furtherAttempts == 0)) {
      throw failure;
    }
    int fitting = Math.min(free.getAsInt(), images.size());
    List<Outcome> outcomes = new ArrayList<>(images.size());
    if (fitting > 0) {
      outcomes.addAll(add(person, images.subList(0, fitting), furtherAttempts - 1));
    }
    while (outcomes.size() < images.size()) {
      outcomes.add(Rejected.of(AddFailureExplainer.personIsFull(outcomes.size())));
    }
    return outcomes;
  }
}
