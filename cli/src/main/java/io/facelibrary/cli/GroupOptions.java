package io.facelibrary.cli;

import io.facelibrary.GroupId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that names groups. */
final class GroupOptions {
  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "A group; may be repeated. The default is the group default.")
  private List<String> groups = List.of();

  Set<GroupId> orDefault() {
    return groups.isEmpty() ? Set.of(GroupId.DEFAULT) : ids(groups);
  }

  static Set<GroupId> ids(List<String> names) {
    Set<GroupId> ids = new LinkedHashSet<>();
    names.forEach(name -> ids.add(GroupId.of(name)));
    return ids;
  }
}
