package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;

/** DeletePerson; help document 70421. */
final class DeletePersonHandler implements OperationHandler {
  private final FaceLibrary library;
  private final FaceSourceUrls sources;
  private final OperationErrors errors;

  DeletePersonHandler(FaceLibrary library, FaceSourceUrls sources, OperationErrors errors) {
    this.library = library;
    this.sources = sources;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    boolean deleted = library.deletePerson(person);
    sources.remove(person);
    if (!deleted) {
      return errors.missingPerson(GreenOperation.DELETE_PERSON);
    }
    return OperationResult.object(
        json -> {
          Ids.write(json, person);
          json.writeNumberField("deleteCount", 1);
        });
  }
}
