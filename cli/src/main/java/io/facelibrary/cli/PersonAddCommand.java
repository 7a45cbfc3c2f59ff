package io.facelibrary.cli;

import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person. */
@Command(
    name = "add",
    description = "Add a person, yet without faces.",
    footer = "%nJSON: {\"person\"}")
final class PersonAddCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id; must be new.")
  private String person = "";

  @Option(names = "--name", paramLabel = "TEXT", description = "What people call the person.")
  private String name = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Anything.")
  private String note = "";

  @Mixin private GroupOptions groups = new GroupOptions();

  PersonAddCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Set<GroupId> joined = groups.orDefault();
    library.addPerson(new AddPerson(PersonId.of(person), joined, name, note));
    Report report = output().confirmation(shell());
    report.field("person", person);
    report.end();
    return ExitCode.OK;
  }
}
