package io.facelibrary.cli;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists persons. */
@Command(
    name = "list",
    description = {
      "List persons, in the order of their ids.",
      "A cloud library cannot list persons in no group. Reading names takes one call per person."
    },
    footer = "%nJSON: {\"persons\": [{\"id\", \"name\", \"groups\"}]}, with --ids only \"id\"")
final class PersonListCommand extends LibraryCommand {
  private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::value);

  @Option(
      names = {"-g", "--group"},
      paramLabel = "GROUP",
      description = "Only the persons in this group; may be repeated.")
  private List<String> groups = List.of();

  @Option(names = "--ids", description = "Only the ids; takes fewer calls.")
  private boolean onlyIds;

  PersonListCommand(CommandContext context) {
    super(context);
  }

  @Override
  ExitCode run(FaceLibrary library) {
    Set<PersonId> persons = groups.isEmpty() ? allPersons(library) : personsInGroups(library);
    Report report = output().report(context());
    report.rows("persons", onlyIds ? List.of("id") : List.of("id", "name", "groups"));
    for (PersonId id : persons) {
      if (onlyIds) {
        report.row(id.value());
      } else {
        context().stopSignal().check();
        // A person may have been deleted meanwhile.
        library.findPerson(id).ifPresent(person -> addRow(report, person));
      }
    }
    report.endRows();
    report.end();
    return ExitCode.OK;
  }

  private Set<PersonId> allPersons(FaceLibrary library) {
    Set<PersonId> persons = new TreeSet<>(BY_ID);
    FaceLibraries.forEachPerson(library, person -> add(persons, person));
    return persons;
  }

  private void add(Set<PersonId> persons, PersonId person) {
    context().stopSignal().check();
    persons.add(person);
  }

  private Set<PersonId> personsInGroups(FaceLibrary library) {
    Set<PersonId> persons = new TreeSet<>(BY_ID);
    for (GroupId group : GroupOptions.ids(groups)) {
      Pages.stream(page -> library.listPersons(group, page))
          .forEach(person -> add(persons, person));
    }
    return persons;
  }

  private static void addRow(Report report, Person person) {
    report.row(person.id().value(), person.name(), sorted(person.groups()));
  }

  static List<String> sorted(Set<GroupId> groups) {
    return groups.stream().map(GroupId::value).sorted().toList();
  }
}
