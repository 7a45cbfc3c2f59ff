package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.UpdatePerson;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the name or the note of a person. */
@Command(
    name = "update",
    description = "Change the name or the note of a person.",
    footer = "%nJSON: {\"person\"}")
final class PersonUpdateCommand extends LibraryCommand {
  @Parameters(paramLabel = "PERSON", description = "The id.")
  private String person = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "The new name; an empty one clears it.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "The new note; an empty one clears it.")
  private Optional<String> note = Optional.empty();

  PersonUpdateCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    if (name.isEmpty() && note.isEmpty()) {
      throw InvalidRequestException.of("--name", "or --note must be given");
    }
    UpdatePerson update = UpdatePerson.of(PersonId.of(person));
    update = name.map(update::withName).orElse(update);
    update = note.map(update::withNote).orElse(update);
    library.updatePerson(update);
    Report report = output().confirmation(context());
    report.field("person", person);
    report.end();
    return ExitCode.OK;
  }
}
