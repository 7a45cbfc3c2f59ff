package io.facelibrary.green;

import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.List;
import java.util.Optional;

/** GetPerson, which the documentation calls getPersonInfo; help document 70420. */
final class GetPersonHandler implements OperationHandler {
  private final FaceLibrary library;
  private final OperationErrors errors;

  GetPersonHandler(FaceLibrary library, OperationErrors errors) {
    this.library = library;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId id = Ids.person(request);
    Optional<Person> found = library.findPerson(id);
    if (found.isEmpty()) {
      return errors.missingPerson(GreenOperation.GET_PERSON);
    }
    Person person = found.get();
    List<FaceId> faces = library.queryFaces(QueryFaces.allOf(id)).ids();
    return OperationResult.object(
        json -> {
          Ids.write(json, id);
          json.writeStringField("name", person.name());
          json.writeStringField("note", person.note());
          Ids.writeGroups(json, person.groups());
          Ids.writeFaces(json, faces);
        });
  }
}
