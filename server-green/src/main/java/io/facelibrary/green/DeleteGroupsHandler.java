package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** DeleteGroups, which the documentation calls deletePersonFromGroup; help document 70428. */
final class DeleteGroupsHandler implements OperationHandler {
  private final FaceLibrary library;
  private final OperationErrors errors;

  DeleteGroupsHandler(FaceLibrary library, OperationErrors errors) {
    this.library = library;
    this.errors = errors;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PersonId id = Ids.person(request);
    Set<GroupId> groups = Ids.groups(request);
    Optional<Person> before = library.findPerson(id);
    if (before.isEmpty()) {
      return errors.missingPerson(GreenOperation.DELETE_GROUPS);
    }
    library.leaveGroups(id, groups);
    // The library does not report which of the groups the person was in.
    Set<GroupId> left = new LinkedHashSet<>(groups);
    left.retainAll(before.get().groups());
    return OperationResult.object(
        json -> {
          Ids.write(json, id);
          Ids.writeGroups(json, left);
        });
  }
}
