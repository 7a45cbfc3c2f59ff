package io.facelibrary.aliyun;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import java.util.HashSet;
import java.util.Set;

/**
 * Distinguishes an exhausted group quota from an invalid request. The quota is documented
 * (help.aliyun.com document 70427), but not the response to a call that exceeds it. So the groups
 * are counted.
 */
final class GroupQuotaCheck {
  private final ListCalls lists;

  GroupQuotaCheck(ListCalls lists) {
    this.lists = lists;
  }

  /** Returns the failure, or a {@code QUOTA_EXCEEDED} if the groups would exceed the quota. */
  FaceLibraryException explain(
      Operation during,
      Set<GroupId> requested,
      GreenClient.CallResult result,
      FaceLibraryException failure) {
    return failure.kind() == ErrorKind.INVALID_REQUEST && wouldExceed(during, requested)
        ? result
            .failures()
            .of(
                result.response(),
                ErrorKind.QUOTA_EXCEEDED,
                Effect.NONE,
                "the call would exceed the maximum of " + GreenLimits.GROUPS + " groups")
        : failure;
  }

  private boolean wouldExceed(Operation during, Set<GroupId> requested) {
    try {
      Set<String> groups = new HashSet<>(lists.queryGroups(during));
      requested.forEach(group -> groups.add(group.value()));
      return groups.size() > GreenLimits.GROUPS;
    } catch (FaceLibraryException e) {
      // Report the original failure, not this query's.
      return false;
    }
  }
}
