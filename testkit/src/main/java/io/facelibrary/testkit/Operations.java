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

  private static boolean isOffered(FaceLibrary library, Operation operation) {
    return switch (operation) {
      case LIST_GROUPS -> library.capabilities().offers(Capability.LIST_GROUPS);
      case LIST_PERSONS -> library.capabilities().offers(Capability.LIST_PERSONS);
      case SEARCH -> library.capabilities().offers(Capability.SEARCH);
      case LIST_ALL_PERSONS -> library.capabilities().offers(Capability.LIST_ALL_PERSONS);
      case FIND_ARCHIVED_FACE, ADD_ARCHIVED_FACES, CHECK, BACKUP -> false; // of facets
      default -> true;
    };
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
      case UPDATE_PERSON -> library.updatePerson(UpdatePerson.of(person).withName("x"));
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
