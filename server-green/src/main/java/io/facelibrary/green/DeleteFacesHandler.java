package io.facelibrary.green;

import io.facelibrary.DeleteFaces;
import io.facelibrary.Face;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DeleteFaces; help document 70424. */
final class DeleteFacesHandler implements OperationHandler {
  private final FaceLibrary library;
  private final NumericFaceIds ids;
  private final FaceSourceUrls sources;
  private final OperationErrors errors;

  DeleteFacesHandler(
      FaceLibrary library, NumericFaceIds ids, FaceSourceUrls sources, OperationErrors errors) {
    this.library = library;
    this.ids = ids;
    this.sources = sources;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    List<String> requested = request.texts("faceIds").stream().distinct().toList();
    List<FaceId> plain = NumericFaceIds.plain(requested);
    if (plain.isEmpty() && library.findPerson(person).isEmpty()) {
      return errors.missingPerson(GreenOperation.DELETE_FACES);
    }
    Set<String> deleted = new HashSet<>();
    delete(person, plain).forEach(face -> deleted.add(face.value()));
    List<String> rest = requested.stream().filter(number -> !deleted.contains(number)).toList();
    for (Map.Entry<String, Face> face : ids.computed(person, rest).entrySet()) {
      if (!delete(person, List.of(face.getValue().id())).isEmpty()) {
        deleted.add(face.getKey());
      }
    }
    List<String> inOrder = requested.stream().filter(deleted::contains).toList();
    return OperationResult.object(
        json -> {
          Ids.write(json, person);
          json.writeArrayFieldStart("faceIds");
          for (String number : inOrder) {
            json.writeString(number);
          }
          json.writeEndArray();
          json.writeNumberField("deleteCount", inOrder.size());
        });
  }

  /**
   * Deletes faces. If the library fails to delete one, the call fails: a response without it would
   * look as if the face had not existed.
   */
  private List<FaceId> delete(PersonId person, List<FaceId> faces) {
    if (faces.isEmpty()) {
      return List.of();
    }
    var result = library.deleteFaces(DeleteFaces.of(person, faces));
    sources.remove(person, result.deleted());
    sources.remove(person, result.absent());
    return result.orThrow();
  }
}
