package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Put a person into groups; those that do not exist come into being. */
@Command(
    name = "join",
    description = "Put a person into groups; those that do not exist come into being.",
    footer = "%nJSON: {\"person\", \"groups\": []}")
final class PersonJoinCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "GROUP", description = "The groups.")
  private List<String> groups = List.of();

  PersonJoinCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    library.joinGroups(PersonId.of(person), GroupOptions.named(groups));
    Report report = output().confirmation(shell());
    report.field("person", person);
    report.field("groups", groups);
    report.end();
    return ExitCode.OK;
  }
}
