package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.Effect;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletes and queries faces. */
final class FaceCalls {
  private final GreenClient client;
  private final ErrorInterpreter errors;

  FaceCalls(GreenClient client, ErrorInterpreter errors) {
    this.client = client;
    this.errors = errors;
  }

  DeleteFacesResult delete(DeleteFaces request) {
    List<String> possible = possible(request.faces());
    Set<String> deleted = new HashSet<>();
    if (possible.isEmpty()) {
      // No such face can exist. Only the service knows whether the person exists.
      queryAll(Operation.DELETE_FACES, request.person());
    }
    // The limit of a call is not documented; a person holds no more faces than this.
    int batchSize = GreenLimits.FACES_PER_PERSON;
    for (int from = 0; from < possible.size(); from += batchSize) {
      List<String> batch = possible.subList(from, Math.min(from + batchSize, possible.size()));
      deleted.addAll(deleteBatch(request.person(), batch, !deleted.isEmpty()));
    }
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(request.faces().size());
    for (FaceId face : request.faces()) {
      outcomes.add(
          deleted.contains(face.value())
              ? DeleteFacesResult.Deleted.of(face)
              : DeleteFacesResult.Absent.of(face));
    }
    return DeleteFacesResult.of(outcomes);
  }

  private List<String> deleteBatch(PersonId person, List<String> faces, boolean someAreDeleted) {
    try {
      return deleteBatch(person, faces);
    } catch (FaceLibraryException e) {
      throw someAreDeleted && e.effect() == Effect.NONE ? partial(e) : e;
    }
  }

  /** Returns the failure of a later batch, with the effect of the earlier batches. */
  private static FaceLibraryException partial(FaceLibraryException failure) {
    FaceLibraryException.Builder partial =
        FaceLibraryException.builder(
                failure.kind(), Effect.PARTIAL, "some of the faces are deleted, then a call failed")
            .cause(failure);
    failure.call().ifPresent(partial::call);
    failure.retryAfter().ifPresent(partial::retryAfter);
    return partial.build();
  }

  private List<String> deleteBatch(PersonId person, List<String> faces) {
    GreenClient.CallResult result =
        client.call(
            Operation.DELETE_FACES,
            GreenOperation.DELETE_FACES,
            new Bodies.DeleteFacesBody(person.value(), faces));
    if (!result.response().isOk()) {
      throw errors.interpretForPerson(Operation.DELETE_FACES, person, result);
    }
    JsonNode deleted = result.data().path("faceIds");
    // Without the list it is unknown which of the faces existed.
    if (!deleted.isArray()) {
      throw result.failures().defect(result.response(), "no faceIds");
    }
    return Json.ids(deleted);
  }

  QueryFacesResult query(QueryFaces request) {
    if (request.faces().isEmpty()) {
      Map<String, Face> all = queryAll(Operation.QUERY_FACES, request.person());
      return QueryFacesResult.of(
          all.values().stream().map(FaceCalls::withoutUpload).toList(), List.of());
    }
    List<FaceId> requested = request.faces().get();
    Map<String, Face> existing = queryNamed(request.person(), possible(requested));
    List<Face> found = new ArrayList<>();
    List<FaceId> missing = new ArrayList<>();
    for (FaceId id : requested) {
      Face face = existing.get(id.value());
      if (face == null) {
        missing.add(id);
      } else {
        found.add(withoutUpload(face));
      }
    }
    return QueryFacesResult.of(found, missing);
  }

  /** Removes the URL of an image that was uploaded here, because the user never passed that URL. */
  private static Face withoutUpload(Face face) {
    return face.source().filter(UploadName::isUpload).isPresent() ? Face.of(face.id()) : face;
  }

  private Map<String, Face> queryNamed(PersonId person, List<String> ids) {
    return ids.isEmpty() || ids.size() > GreenLimits.FACES_PER_PERSON
        ? queryAll(Operation.QUERY_FACES, person)
        : query(Operation.QUERY_FACES, person, new Bodies.GetFacesBody(person.value(), ids));
  }

  /** Queries all faces of a person, by their ids. */
  Map<String, Face> queryAll(Operation during, PersonId person) {
    return query(during, person, new Bodies.PersonBody(person.value()));
  }

  private Map<String, Face> query(Operation during, PersonId person, Object body) {
    GreenClient.CallResult result = client.call(during, GreenOperation.GET_FACES, body);
    if (!result.response().isOk()) {
      throw errors.interpretForPerson(during, person, result);
    }
    Map<String, Face> faces = new LinkedHashMap<>();
    for (JsonNode item : result.data().path("faceImageItems")) {
      // An item that was not found has success false; a found item may omit the field.
      Optional<String> id = Json.id(item.path("faceId"));
      if (item.path("success").asBoolean(true) && id.isPresent()) {
        Face face = Face.of(FaceId.of(id.get()));
        faces.put(id.get(), source(item).map(face::withSource).orElse(face));
      }
    }
    return faces;
  }

  private static Optional<URI> source(JsonNode item) {
    try {
      return Json.text(item.path("url")).isPresent()
          ? Optional.of(new URI(item.path("url").asText()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      // The face exists nevertheless; its source is unknown.
      return Optional.empty();
    }
  }

  private static List<String> possible(List<FaceId> faces) {
    return faces.stream().filter(FaceIds::isPossible).map(FaceId::value).toList();
  }
}
