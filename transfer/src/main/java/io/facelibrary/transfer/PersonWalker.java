package io.facelibrary.transfer;

import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through the persons of a library: all of them where it tells, else those in groups. */
record PersonWalker(FaceLibrary library) {

  void forEach(Consumer<PersonId> each) {
    Optional<FaceArchive> archive = library.unwrap(FaceArchive.class);
    if (archive.isPresent()) {
      archive.get().forEachPerson(each);
      return;
    }
    Set<PersonId> seen = new HashSet<>();
    pages(
        library::listGroups,
        group -> pages(page -> library.listPersons(group, page), id -> once(id, seen, each)));
  }

  private static void once(PersonId person, Set<PersonId> seen, Consumer<PersonId> each) {
    if (seen.add(person)) {
      each.accept(person);
    }
  }

  private static <T> void pages(Function<PageRequest, Page<T>> list, Consumer<T> each) {
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<T> page = list.apply(request);
      page.items().forEach(each);
      next = page.next().map(request::after);
    }
  }

  /** Whether nobody is in it, as far as it tells. */
  boolean isNobody() {
    Optional<FaceArchive> archive = library.unwrap(FaceArchive.class);
    if (archive.isPresent()) {
      boolean[] nobody = {true};
      archive.get().forEachPerson(person -> nobody[0] = false);
      return nobody[0];
    }
    Page<GroupId> groups = library.listGroups(PageRequest.first(1));
    return groups.items().isEmpty() && groups.next().isEmpty();
  }
}
