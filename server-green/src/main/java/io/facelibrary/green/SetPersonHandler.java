package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.Optional;

/** SetPerson, which the documentation calls setPersonInfo; help document 70419. */
final class SetPersonHandler implements OperationHandler {
  private final FaceLibrary library;
  private final boolean clears;

  SetPersonHandler(FaceLibrary library, ProtocolAssumptions assumptions) {
    this.library = library;
    this.clears = assumptions.absentFields() == ProtocolAssumptions.AbsentFields.CLEAR;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId person = Ids.person(request);
    UpdatePerson update = UpdatePerson.of(person);
    update = field(request, "name").map(update::withName).orElse(update);
    update = field(request, "note").map(update::withNote).orElse(update);
    library.updatePerson(update);
    return OperationResult.object(json -> Ids.write(json, person));
  }

  private Optional<String> field(JsonFields request, String name) {
    Optional<String> value = request.optionalText(name);
    return clears ? Optional.of(value.orElse("")) : value;
  }
}
