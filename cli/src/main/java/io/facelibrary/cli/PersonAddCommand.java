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
@Command(name = "add", description = "Add a person without faces.", footer = "%nJSON: {\"person\"}")
final class PersonAddCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id of the new person.")
  private String person = "";

  @Option(names = "--name", paramLabel = "TEXT", description = "The name of the person.")
  private String name = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "A free text.")
  private String note = "";

  @Mixin private GroupOptions groups = new GroupOptions();

  PersonAddCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Set<GroupId> joined = groups.orDefault();
    library.addPerson(AddPerson.of(PersonId.of(person), joined).withName(name).withNote(note));
    Report report = output().confirmation(context());
    report.field("person", person);
    report.end();
    return ExitCode.OK;
  }
}
