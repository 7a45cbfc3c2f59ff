package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a person from groups. */
@Command(
    name = "leave",
    description = "Remove a person from groups. A person in no group is not found by any search.",
    footer = "%nJSON: {\"person\", \"groups\": []}")
final class PersonLeaveCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "GROUP", description = "The groups.")
  private List<String> groups = List.of();

  PersonLeaveCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    library.leaveGroups(PersonId.of(person), GroupOptions.ids(groups));
    Report report = output().confirmation(context());
    report.field("person", person);
    report.field("groups", groups);
    report.end();
    return ExitCode.OK;
  }
}
