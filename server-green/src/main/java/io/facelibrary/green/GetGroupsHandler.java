package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import java.util.List;

/** GetGroups, which the documentation calls getGroupList; help document 70425. */
final class GetGroupsHandler implements OperationHandler {
  private final FaceLibrary library;

  GetGroupsHandler(FaceLibrary library) {
    this.library = library;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    List<GroupId> groups = Pages.stream(library::listGroups).toList();
    return OperationResult.object(json -> Ids.writeGroups(json, groups));
  }
}
