package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.ArrayList;
import java.util.List;

/** GetGroups, which the documentation calls getGroupList; help document 70425. */
final class GetGroupsHandler implements OperationHandler {
  private final FaceLibrary library;

  GetGroupsHandler(FaceLibrary library) {
    this.library = library;
  }

  @Override
  public OperationResult handle(JsonFields request) {
    PageRequest next = PageRequest.first(PageRequest.MAX_SIZE);
    List<GroupId> groups = new ArrayList<>();
    Page<GroupId> page = library.listGroups(next);
    groups.addAll(page.items());
    while (page.next().isPresent()) {
      page = library.listGroups(next.after(page.next().get()));
      groups.addAll(page.items());
    }
    return OperationResult.object(json -> Ids.writeGroups(json, groups));
  }
}
