package io.facelibrary.cli;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Pages;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists persons. */
@Command(
    name = "list",
    description = {
      "List persons, in the order of their ids.",
      "A library without the capability LIST_ALL_PERSONS lists the persons in its groups, and nobody"
          + " who is in no group."
    },
    footer = "%nJSON: {\"persons\": [{\"id\", \"name\", \"groups\"}]}, with --ids only \"id\"")
final class PersonListCommand extends LibraryCommand {
  private static final int PERSONS_PER_CALL = 100;
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
    if (onlyIds) {
      persons.forEach(id -> report.row(id.value()));
    } else {
      addRows(report, library, List.copyOf(persons));
    }
    report.endRows();
    report.end();
    return ExitCode.OK;
  }

  private Set<PersonId> allPersons(FaceLibrary library) {
    Set<PersonId> persons = new TreeSet<>(BY_ID);
    if (library.capabilities().offers(Capability.LIST_ALL_PERSONS)) {
      Pages.stream(library::listPersons).forEach(person -> add(persons, person));
    } else {
      Pages.stream(library::listGroups).forEach(group -> addAll(persons, group, library));
    }
    return persons;
  }

  private void addAll(Set<PersonId> persons, GroupId group, FaceLibrary library) {
    Pages.stream(page -> library.listPersons(group, page)).forEach(person -> add(persons, person));
  }

  private void add(Set<PersonId> persons, PersonId person) {
    context().stopSignal().check();
    persons.add(person);
  }

  private Set<PersonId> personsInGroups(FaceLibrary library) {
    Set<PersonId> persons = new TreeSet<>(BY_ID);
    GroupOptions.ids(groups).forEach(group -> addAll(persons, group, library));
    return persons;
  }

  private void addRows(Report report, FaceLibrary library, List<PersonId> ids) {
    for (int from = 0; from < ids.size(); from += PERSONS_PER_CALL) {
      context().stopSignal().check();
      List<PersonId> some = ids.subList(from, Math.min(ids.size(), from + PERSONS_PER_CALL));
      Map<PersonId, Person> found = library.findPersons(Set.copyOf(some));
      for (PersonId id : some) {
        // A person may have been deleted meanwhile.
        Optional.ofNullable(found.get(id)).ifPresent(person -> addRow(report, person));
      }
    }
  }

  private static void addRow(Report report, Person person) {
    report.row(person.id().value(), person.name(), sorted(person.groups()));
  }

  static List<String> sorted(Set<GroupId> groups) {
    return groups.stream().map(GroupId::value).sorted().toList();
  }
}
