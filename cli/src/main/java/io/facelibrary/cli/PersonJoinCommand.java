package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds a person to groups. */
@Command(
    name = "join",
    description = "Add a person to groups. A group that does not exist is created.",
    footer = "%nJSON: {\"person\", \"groups\": []}")
final class PersonJoinCommand extends LibraryCommand {
  @Parameters(index = "0", paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "GROUP", description = "The groups.")
  private List<String> groups = List.of();

  PersonJoinCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    library.joinGroups(PersonId.of(person), GroupOptions.ids(groups));
    Report report = output().confirmation(context());
    report.field("person", person);
    report.field("groups", groups);
    report.end();
    return ExitCode.OK;
  }
}
