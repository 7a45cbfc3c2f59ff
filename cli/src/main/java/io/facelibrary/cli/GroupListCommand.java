package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Pages;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists groups. */
@Command(
    name = "list",
    description = "List the groups that have at least one person.",
    footer = "%nJSON: {\"groups\": [{\"id\"}]}")
final class GroupListCommand extends LibraryCommand {
  GroupListCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Report report = output().report(context());
    report.rows("groups", List.of("id"));
    Pages.stream(library::listGroups)
        .forEach(
            group -> {
              context().stopSignal().check();
              report.row(group.value());
            });
    report.endRows();
    report.end();
    return ExitCode.OK;
  }
}
