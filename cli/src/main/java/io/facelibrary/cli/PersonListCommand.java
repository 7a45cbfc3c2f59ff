package io.facelibrary.cli;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists persons. */
@Command(
    name = "list",
    description = {
      "List persons, in the order of their ids.",
      "Of a library in a cloud, persons in no group cannot be listed, and names take one call for"
          + " each person."
    },
    footer = "%nJSON: {\"persons\": [{\"id\", \"name\", \"groups\"}]}, with --ids only \"id\"")
final class PersonListCommand extends LibraryCommand {
  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "Only those in this group; may be given several times.")
  private List<String> groups = List.of();

  @Option(names = "--ids", description = "Only the ids, which takes fewer calls.")
  private boolean onlyIds;

  PersonListCommand(CommandContext shell) {
    super(shell);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    PersonWalker everyone = new PersonWalker(library, shell().interruption());
    Set<PersonId> persons =
        groups.isEmpty() ? everyone.persons() : everyone.personsIn(GroupOptions.named(groups));
    Report report = output().report(shell());
    report.rows("persons", onlyIds ? List.of("id") : List.of("id", "name", "groups"));
    for (PersonId id : persons) {
      if (onlyIds) {
        report.row(id.value());
      } else {
        shell().interruption().check();
        // Who was deleted meanwhile is no person any more.
        library.findPerson(id).ifPresent(person -> tell(report, person));
      }
    }
    report.endRows();
    report.end();
    return ExitCode.OK;
  }

  private static void tell(Report report, Person person) {
    report.row(person.id().value(), person.name(), sorted(person.groups()));
  }

  static List<String> sorted(Set<GroupId> groups) {
    return groups.stream().map(GroupId::value).sorted().toList();
  }
}
