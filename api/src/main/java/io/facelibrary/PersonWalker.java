package io.facelibrary;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks the persons of a library: see {@link FaceLibraries#forEachPerson}. */
final class PersonWalker {
  private final FaceLibrary library;
  private final Consumer<? super PersonId> action;
  private final Set<PersonId> seen = new HashSet<>();

  PersonWalker(FaceLibrary library, Consumer<? super PersonId> action) {
    this.library = library;
    this.action = action;
  }

  void walk() {
    Optional<FaceArchive> archive = library.unwrap(FaceArchive.class);
    if (archive.isPresent()) {
      archive.get().forEachPerson(action::accept);
      return;
    }
    forEachItem(
        library::listGroups,
        group -> forEachItem(page -> library.listPersons(group, page), this::visit));
  }

  /** A person may be in several groups. */
  private void visit(PersonId person) {
    if (seen.add(person)) {
      action.accept(person);
    }
  }

  private static <T> void forEachItem(Function<PageRequest, Page<T>> list, Consumer<T> action) {
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<T> page = list.apply(request);
      page.items().forEach(action);
      next = page.next().map(request::after);
    }
  }
}
