package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists groups. */
@Command(
    name = "list",
    description = "List the groups that somebody is in.",
    footer = "%nJSON: {\"groups\": [{\"id\"}]}")
final class GroupListCommand extends LibraryCommand {
  GroupListCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Report report = output().report(shell());
    report.rows("groups", List.of("id"));
    new PersonWalker(library, shell().interruption())
        .forEachGroup(group -> report.row(group.value()));
    report.endRows();
    report.end();
    return ExitCode.OK;
  }
}
