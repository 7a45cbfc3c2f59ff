package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Take a person out of groups; who is in none is found by no search. */
@Command(
    name = "leave",
    description = "Take a person out of groups; who is in none is found by no search.",
    footer = "%nJSON: {\"person\", \"groups\": []}")
final class PersonLeaveCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "GROUP", description = "The groups.")
  private List<String> groups = List.of();

  PersonLeaveCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    library.leaveGroups(PersonId.of(person), GroupOptions.named(groups));
    Report report = output().confirmation(shell());
    report.field("person", person);
    report.field("groups", groups);
    report.end();
    return ExitCode.OK;
  }
}
