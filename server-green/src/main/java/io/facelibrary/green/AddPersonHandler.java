package io.facelibrary.green;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;

/** AddPerson; help page "Add a person". */
final class AddPersonHandler implements OperationHandler {
  private final FaceLibrary library;

  AddPersonHandler(FaceLibrary library) {
    this.library = library;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    AddPerson person =
        AddPerson.of(Ids.person(request), Ids.groups(request))
            .withName(request.optionalText("name").orElse(""))
            .withNote(request.optionalText("note").orElse(""));
    library.addPerson(person);
    return OperationResult.object(
        json -> {
          Ids.write(json, person.person());
          Ids.writeGroups(json, person.groups());
        });
  }
}
