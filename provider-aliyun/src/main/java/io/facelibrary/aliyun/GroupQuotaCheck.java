package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells an account that is full of groups from a request that is wrong. The limit is documented
 * (help.aliyun.com document 70427) and how the service says that it is reached is not, so the
 * groups are counted.
 */
final class GroupQuotaCheck {
  private final ListCalls lists;

  GroupQuotaCheck(ListCalls lists) {
    this.lists = lists;
  }

  /** Returns the failure, or that the groups would be too many if that is why. */
  FaceLibraryException explained(
      Operation during, Set<GroupId> asked, GreenClient.Reply reply, FaceLibraryException failure) {
    return failure.kind() == ErrorKind.INVALID_REQUEST && wouldExceed(during, asked)
        ? reply
            .failures()
            .of(
                reply.answer(),
                ErrorKind.QUOTA_EXCEEDED,
                Effect.NONE,
                "the library may have " + GreenLimits.GROUPS + " groups and would have more")
        : failure;
  }

  private boolean wouldExceed(Operation during, Set<GroupId> asked) {
    try {
      Set<String> groups = new HashSet<>(lists.groups(during));
      asked.forEach(group -> groups.add(group.value()));
      return groups.size() > GreenLimits.GROUPS;
    } catch (FaceLibraryException e) {
      // What the first call said is what the caller is told.
      return false;
    }
  }
}
