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
  private final ErrorInterpreter refusals;

  FaceCalls(GreenClient client, ErrorInterpreter refusals) {
    this.client = client;
    this.refusals = refusals;
  }

  DeleteFacesResult delete(DeleteFaces request) {
    List<String> known = known(request.faces());
    Set<String> deleted = new HashSet<>();
    if (known.isEmpty()) {
      // No such face can be; whether there is such a person, only the service knows.
      faces(Operation.DELETE_FACES, request.person());
    }
    // No number is documented; a person holds no more than this.
    int most = GreenLimits.FACES_PER_PERSON;
    for (int from = 0; from < known.size(); from += most) {
      List<String> some = known.subList(from, Math.min(from + most, known.size()));
      deleted.addAll(deleted(request.person(), some, !deleted.isEmpty()));
    }
    List<DeleteFacesResult.Outcome> outcomes = new ArrayList<>(request.faces().size());
    for (FaceId face : request.faces()) {
      outcomes.add(
          deleted.contains(face.value())
              ? new DeleteFacesResult.Deleted(face)
              : new DeleteFacesResult.Absent(face));
    }
    return new DeleteFacesResult(outcomes);
  }

  private List<String> deleted(PersonId person, List<String> faces, boolean someAreDeleted) {
    try {
      return deleted(person, faces);
    } catch (FaceLibraryException e) {
      throw someAreDeleted && e.effect() == Effect.NONE ? partial(e) : e;
    }
  }

  /** Says of a later part of a request, which failed, that earlier ones were done. */
  private static FaceLibraryException partial(FaceLibraryException failure) {
    FaceLibraryException.Builder partial =
        FaceLibraryException.builder(
                failure.kind(), Effect.PARTIAL, "some of the faces are deleted, then a call failed")
            .cause(failure);
    failure.call().ifPresent(partial::call);
    failure.retryAfter().ifPresent(partial::retryAfter);
    return partial.build();
  }

  private List<String> deleted(PersonId person, List<String> faces) {
    GreenClient.Reply reply =
        client.call(
            Operation.DELETE_FACES,
            GreenOperation.DELETE_FACES,
            new Bodies.DeleteFacesBody(person.value(), faces));
    if (!reply.answer().isOk()) {
      throw refusals.onPerson(Operation.DELETE_FACES, person, reply);
    }
    JsonNode deleted = reply.data().path("faceIds");
    // Without the list nobody can say which of the faces were there.
    if (!deleted.isArray()) {
      throw reply.failures().defect(reply.answer(), "no faceIds");
    }
    return Json.ids(deleted);
  }

  QueryFacesResult query(QueryFaces request) {
    if (request.faces().isEmpty()) {
      Map<String, Face> all = faces(Operation.QUERY_FACES, request.person());
      return new QueryFacesResult(
          all.values().stream().map(FaceCalls::withoutUpload).toList(), List.of());
    }
    List<FaceId> asked = request.faces().get();
    Map<String, Face> there = named(request.person(), known(asked));
    List<Face> found = new ArrayList<>();
    List<FaceId> missing = new ArrayList<>();
    for (FaceId id : asked) {
      Face face = there.get(id.value());
      if (face == null) {
        missing.add(id);
      } else {
        found.add(withoutUpload(face));
      }
    }
    return new QueryFacesResult(found, missing);
  }

  /** Leaves out an address that is none of the user's: that of a picture uploaded here. */
  private static Face withoutUpload(Face face) {
    return face.source().filter(UploadName::isOurs).isPresent() ? Face.of(face.id()) : face;
  }

  private Map<String, Face> named(PersonId person, List<String> ids) {
    return ids.isEmpty() || ids.size() > GreenLimits.FACES_PER_PERSON
        ? faces(Operation.QUERY_FACES, person)
        : faces(Operation.QUERY_FACES, person, new Bodies.GetFacesBody(person.value(), ids));
  }

  /** Returns all faces of a person by their ids. */
  Map<String, Face> faces(Operation during, PersonId person) {
    return faces(during, person, new Bodies.PersonBody(person.value()));
  }

  private Map<String, Face> faces(Operation during, PersonId person, Object body) {
    GreenClient.Reply reply = client.call(during, GreenOperation.GET_FACES, body);
    if (!reply.answer().isOk()) {
      throw refusals.onPerson(during, person, reply);
    }
    Map<String, Face> faces = new LinkedHashMap<>();
    for (JsonNode item : reply.data().path("faceImageItems")) {
      // An item that was not found has success false; a found one may leave the field out.
      Optional<String> id = Json.id(item.path("faceId"));
      if (item.path("success").asBoolean(true) && id.isPresent()) {
        faces.put(id.get(), new Face(FaceId.of(id.get()), source(item)));
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
      // The face is there all the same; what it was added from cannot be told.
      return Optional.empty();
    }
  }

  private static List<String> known(List<FaceId> faces) {
    return faces.stream().filter(FaceIds::mayBeKnown).map(FaceId::value).toList();
  }
}
