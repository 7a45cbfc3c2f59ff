package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes persons. */
@Command(
    name = "delete",
    description = {
      "Delete persons, with all their faces.",
      "A person who is not there is told as absent, and the command ends with the code 3."
    },
    footer = {
      "%nJSON: {\"persons\": [{\"person\", \"outcome\", \"id\", \"kind\", \"message\"}]}",
      "outcome is deleted, absent or failed; id is null; kind and message say why it failed."
    })
final class PersonDeleteCommand extends LibraryCommand {
  @Parameters(arity = "1..*", paramLabel = "PERSON", description = "The ids.")
  private List<String> persons = List.of();

  PersonDeleteCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    List<PersonId> ids = persons.stream().map(PersonId::of).toList();
    Report report = output().confirmation(shell());
    ItemResults outcomes = ItemResults.start(shell(), output(), report, "persons", "person");
    for (PersonId id : ids) {
      outcomes.attempt(
          id.value(),
          () -> library.deletePerson(id) ? ItemResult.of("deleted") : ItemResult.ABSENT);
    }
    return outcomes.end();
  }
}
