package io.facelibrary.cli;

import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lists groups and persons whole, and stops between two pages when asked to. */
final class PersonWalker {
  private final FaceLibrary library;
  private final StopSignal interruption;

  PersonWalker(FaceLibrary library, StopSignal interruption) {
    this.library = library;
    this.interruption = interruption;
  }

  void forEachGroup(Consumer<GroupId> each) {
    forEachItem(library::listGroups, each);
  }

  /** The persons of some groups, each once, in the order of their ids. */
  Set<PersonId> personsIn(Iterable<GroupId> groups) {
    Set<PersonId> persons = sorted();
    groups.forEach(group -> forEachItem(page -> library.listPersons(group, page), persons::add));
    return persons;
  }

  /**
   * All persons in the order of their ids. Those in no group are among them only if the library can
   * tell: {@link #knowsPersonsWithoutGroup}.
   */
  Set<PersonId> persons() {
    Set<PersonId> persons = sorted();
    Optional<FaceArchive> archive = library.unwrap(FaceArchive.class);
    if (archive.isPresent()) {
      archive
          .get()
          .forEachPerson(
              person -> {
                interruption.check();
                persons.add(person);
              });
      return persons;
    }
    Set<GroupId> groups = new TreeSet<>(Comparator.comparing(GroupId::value));
    forEachGroup(groups::add);
    return personsIn(groups);
  }

  boolean knowsPersonsWithoutGroup() {
    return library.unwrap(FaceArchive.class).isPresent();
  }

  private static Set<PersonId> sorted() {
    return new TreeSet<>(Comparator.comparing(PersonId::value));
  }

  private <T> void forEachItem(Function<PageRequest, Page<T>> list, Consumer<T> each) {
    PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
    for (Optional<PageRequest> next = Optional.of(request); next.isPresent(); ) {
      interruption.check();
      Page<T> page = list.apply(next.get());
      page.items().forEach(each);
      next = page.next().map(request::after);
    }
  }
}
