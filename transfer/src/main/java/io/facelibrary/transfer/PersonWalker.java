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

/**
 * Visits the persons and groups of a library, whatever the library offers for that. A {@link
 * FaceArchive} reports all its persons. Of other libraries, only persons in a group can be found.
 */
public final class PersonWalker {
  private final FaceLibrary library;
  private final Optional<FaceArchive> archive;
  private final Runnable beforeEach;

  private PersonWalker(FaceLibrary library, Runnable beforeEach) {
    this.library = library;
    this.archive = library.unwrap(FaceArchive.class);
    this.beforeEach = beforeEach;
  }

  /** Returns a walker of a library. The library is not closed. */
  public static PersonWalker of(FaceLibrary library) {
    return new PersonWalker(library, () -> {});
  }

  /**
   * Returns a walker that can be stopped.
   *
   * @param check called before each page of a list, and before each person of an archive; an
   *     exception that it throws ends the walk
   */
  public PersonWalker checking(Runnable check) {
    return new PersonWalker(library, check);
  }

  /** Returns whether {@link #forEachPerson} visits persons in no group. */
  public boolean includesUngrouped() {
    return archive.isPresent();
  }

  /**
   * Visits each person once. Persons added or deleted meanwhile may or may not be visited.
   *
   * @param each called on this thread, and may call the library
   */
  public void forEachPerson(Consumer<PersonId> each) {
    if (archive.isPresent()) {
      archive
          .get()
          .forEachPerson(
              person -> {
                beforeEach.run();
                each.accept(person);
              });
      return;
    }
    Set<PersonId> seen = new HashSet<>();
    forEachGroup(group -> visit(group, seen, each));
  }

  /** Visits each person who is in at least one of these groups once. */
  public void forEachPersonIn(Iterable<GroupId> groups, Consumer<PersonId> each) {
    Set<PersonId> seen = new HashSet<>();
    groups.forEach(group -> visit(group, seen, each));
  }

  /** Visits each group that has a person. */
  public void forEachGroup(Consumer<GroupId> each) {
    forEachItem(library::listGroups, each);
  }

  private void visit(GroupId group, Set<PersonId> seen, Consumer<PersonId> each) {
    forEachItem(
        page -> library.listPersons(group, page),
        person -> {
          if (seen.add(person)) {
            each.accept(person);
          }
        });
  }

  private <T> void forEachItem(Function<PageRequest, Page<T>> list, Consumer<T> each) {
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
    while (next.isPresent()) {
      beforeEach.run();
      PageRequest request = next.get();
      Page<T> page = list.apply(request);
      page.items().forEach(each);
      next = page.next().map(request::after);
    }
  }

  /**
   * Returns whether the library has no person, as far as it reports them. Visits at most one
   * person.
   */
  public boolean isEmpty() {
    if (archive.isPresent()) {
      return !hasPerson(archive.get());
    }
    Page<GroupId> groups = library.listGroups(PageRequest.first(1));
    return groups.items().isEmpty() && groups.next().isEmpty();
  }

  private static boolean hasPerson(FaceArchive archive) {
    Found found = new Found();
    try {
      archive.forEachPerson(
          person -> {
            throw found;
          });
      return false;
    } catch (Found e) {
      if (e != found) {
        throw e;
      }
      return true;
    }
  }

  /** Ends a walk at the first person: an archive has no other way to end one. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found() {
      super("found", null, false, false);
    }
  }
}
