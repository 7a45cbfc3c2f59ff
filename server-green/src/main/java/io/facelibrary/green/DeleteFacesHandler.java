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
  private final FaceNumbers numbers;
  private final FaceSources sources;
  private final Errors errors;

  DeleteFacesHandler(FaceLibrary library, FaceNumbers numbers, FaceSources sources, Errors errors) {
    this.library = library;
    this.numbers = numbers;
    this.sources = sources;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    List<String> asked = request.texts("faceIds").stream().distinct().toList();
    List<FaceId> plain = FaceNumbers.plain(asked);
    if (plain.isEmpty() && library.findPerson(person).isEmpty()) {
      return errors.missingPerson(GreenOperation.DELETE_FACES);
    }
    Set<String> deleted = new HashSet<>();
    delete(person, plain).forEach(face -> deleted.add(face.value()));
    List<String> rest = asked.stream().filter(number -> !deleted.contains(number)).toList();
    for (Map.Entry<String, Face> face : numbers.computed(person, rest).entrySet()) {
      if (!delete(person, List.of(face.getValue().id())).isEmpty()) {
        deleted.add(face.getKey());
      }
    }
    List<String> inOrder = asked.stream().filter(deleted::contains).toList();
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
   * Deletes faces. One that the library refuses to delete fails the call: left out of the answer it
   * would be taken for one that was not there.
   */
  private List<FaceId> delete(PersonId person, List<FaceId> faces) {
    if (faces.isEmpty()) {
      return List.of();
    }
    var result = library.deleteFaces(new DeleteFaces(person, faces));
    sources.forget(person, result.deleted());
    sources.forget(person, result.absent());
    return result.orThrow();
  }
}
