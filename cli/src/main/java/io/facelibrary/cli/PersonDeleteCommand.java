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
      "Delete persons with all their faces.",
      "A person who is not in the library is reported as absent, and the exit code is 3."
    },
    footer = {
      "%nJSON: {\"persons\": [{\"person\", \"outcome\", \"id\", \"kind\", \"message\"}]}",
      "outcome is deleted, absent or failed. id is null. kind and message give the reason of a failure."
    })
final class PersonDeleteCommand extends LibraryCommand {
  @Parameters(arity = "1..*", paramLabel = "PERSON", description = "The ids.")
  private List<String> persons = List.of();

  PersonDeleteCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    List<PersonId> ids = persons.stream().map(PersonId::of).toList();
    Report report = output().confirmation(context());
    ItemResults results = ItemResults.start(context(), output(), report, "persons", "person");
    for (PersonId id : ids) {
      results.attempt(
          id.value(),
          () -> library.deletePerson(id) ? ItemResult.of("deleted") : ItemResult.ABSENT);
    }
    return results.end();
  }
}
