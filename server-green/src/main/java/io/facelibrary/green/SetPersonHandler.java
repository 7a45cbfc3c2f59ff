package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.UpdatePerson;
import java.util.Optional;

/** SetPerson, which the documentation calls setPersonInfo; help document 70419. */
final class SetPersonHandler implements OperationHandler {
  private final FaceLibrary library;
  private final boolean clears;

  SetPersonHandler(FaceLibrary library, Assumptions assumptions) {
    this.library = library;
    this.clears = assumptions.absentFields() == Assumptions.AbsentFields.CLEAR;
  }

  @Override
  public Answer handle(Fields request) {
    UpdatePerson update =
        new UpdatePerson(Ids.person(request), field(request, "name"), field(request, "note"));
    library.updatePerson(update);
    return Answer.object(json -> Ids.write(json, update.person()));
  }

  private Optional<String> field(Fields request, String name) {
    Optional<String> value = request.optionalText(name);
    return clears ? Optional.of(value.orElse("")) : value;
  }
}
