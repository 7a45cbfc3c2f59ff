package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Optional;
import java.util.Set;

/** AddGroups, which the documentation calls addPersonToGroup; help document 70427. */
final class AddGroupsHandler implements OperationHandler {
  private final FaceLibrary library;
  private final OperationErrors errors;
  private final boolean creates;

  AddGroupsHandler(FaceLibrary library, OperationErrors errors, ProtocolAssumptions assumptions) {
    this.library = library;
    this.errors = errors;
    this.creates =
        assumptions.joiningMissingGroup() == ProtocolAssumptions.JoiningMissingGroup.CREATES;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId id = Ids.person(request);
    Set<GroupId> groups = Ids.groups(request);
    if (!creates && groups.stream().anyMatch(this::isMissing)) {
      return new OperationResult.Failed(GreenCode.BAD_REQUEST, OperationErrors.GROUP_MISSING);
    }
    library.joinGroups(id, groups);
    Optional<Person> person = library.findPerson(id);
    if (person.isEmpty()) {
      return errors.missingPerson(GreenOperation.ADD_GROUPS);
    }
    return OperationResult.object(
        json -> {
          Ids.write(json, id);
          Ids.writeGroups(json, person.get().groups());
        });
  }

  private boolean isMissing(GroupId group) {
    return library.listPersons(group, PageRequest.first(1)).items().isEmpty();
  }
}
