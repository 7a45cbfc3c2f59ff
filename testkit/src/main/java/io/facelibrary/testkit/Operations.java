package io.facelibrary.testkit;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Calls any operation of a library, for tests that cover every operation. */
final class Operations {
  private Operations() {}

  /** Returns the operations that a library offers, without those of its facets. */
  static List<Operation> offeredBy(FaceLibrary library) {
    return Arrays.stream(Operation.values()).filter(it -> isOffered(library, it)).toList();
  }

  /** Returns those of these operations that a library offers. */
  static List<Operation> offeredBy(FaceLibrary library, Operation... operations) {
    return Arrays.stream(operations).filter(it -> isOffered(library, it)).toList();
  }

  /**
   * Returns the operations that a failure may name. A library may make an operation of several
   * calls to its service, and name the one that failed.
   */
  static Set<Operation> stepsOf(Operation operation) {
    return switch (operation) {
      case ENROL -> Set.of(Operation.ENROL, Operation.ADD_PERSON, Operation.ADD_FACES);
      case FIND_PERSONS -> Set.of(Operation.FIND_PERSONS, Operation.FIND_PERSON);
      default -> Set.of(operation);
    };
  }

  private static boolean isOffered(FaceLibrary library, Operation operation) {
    return switch (operation) {
      case LIST_GROUPS -> offers(library, Capability.LIST_GROUPS);
      case LIST_PERSONS -> offers(library, Capability.LIST_PERSONS);
      case LIST_ALL_PERSONS -> offers(library, Capability.LIST_ALL_PERSONS);
      case SEARCH -> offers(library, Capability.SEARCH);
      case ADD_PERSON -> offers(library, Capability.WRITES, Capability.PERSONS_WITHOUT_FACES);
      case JOIN_GROUPS, LEAVE_GROUPS ->
          offers(library, Capability.WRITES, Capability.REGROUPING, Capability.NAMED_GROUPS);
      case FIND_ARCHIVED_FACE, ADD_ARCHIVED_FACES, CHECK, BACKUP -> false; // of facets
      default -> operation.isRead() || offers(library, Capability.WRITES);
    };
  }

  private static boolean offers(FaceLibrary library, Capability... capabilities) {
    return library.capabilities().offered().containsAll(List.of(capabilities));
  }

  private static UpdatePerson update(FaceLibrary library, PersonId person) {
    UpdatePerson nothing = UpdatePerson.of(person);
    return library.capabilities().limits().nameLength() == 0 ? nothing : nothing.withName("x");
  }

  /** Makes one valid call with this person, group and image. */
  static void call(
      FaceLibrary library, Operation operation, PersonId person, GroupId group, FaceImage image) {
    switch (operation) {
      case ADD_FACES -> library.addFaces(AddFaces.of(person, image));
      case DELETE_FACES -> library.deleteFaces(DeleteFaces.of(person, FaceId.of("1")));
      case QUERY_FACES -> library.queryFaces(QueryFaces.allOf(person));
      case ADD_PERSON -> library.addPerson(AddPerson.of(person, group));
      case ENROL -> library.enrol(AddPerson.of(person, group), List.of(image));
      case UPDATE_PERSON -> library.updatePerson(update(library, person));
      case FIND_PERSON -> library.findPerson(person);
      case FIND_PERSONS -> library.findPersons(Set.of(person));
      case DELETE_PERSON -> library.deletePerson(person);
      case JOIN_GROUPS -> library.joinGroups(person, Set.of(group));
      case LEAVE_GROUPS -> library.leaveGroups(person, Set.of(group));
      case LIST_GROUPS -> library.listGroups(PageRequest.first());
      case LIST_PERSONS -> library.listPersons(group, PageRequest.first());
      case LIST_ALL_PERSONS -> library.listPersons(PageRequest.first());
      case INFO -> library.info();
      case SEARCH -> library.search(Fixtures.search(library, image, group));
      default -> throw new IllegalArgumentException(operation + " is an operation of a facet");
    }
  }
}
