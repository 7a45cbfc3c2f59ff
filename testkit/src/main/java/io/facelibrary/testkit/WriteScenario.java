package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Set;

/**
 * Acknowledged writes of every kind, and the data that they leave.
 *
 * @param kept a person with groups, texts and faces
 * @param deletedPersons persons that were deleted
 * @param joinedGroup the group that {@code kept} is in
 * @param leftGroup the group that {@code kept} left and the deleted persons were in
 * @param keptFaces the faces of {@code kept}
 * @param deletedFaces the faces of {@code kept} that one call deleted
 */
record WriteScenario(
    PersonId kept,
    List<PersonId> deletedPersons,
    GroupId joinedGroup,
    GroupId leftGroup,
    List<FaceId> keptFaces,
    List<FaceId> deletedFaces) {

  /** Faces of {@link #kept} before the delete, if a person may hold that many. */
  private static final int FACES = 6;

  /** Writes to a library and leaves it open. */
  static WriteScenario write(FaceLibrary library, Fixtures fixtures) {
    List<GroupId> groups = groups(library, fixtures);
    GroupId joined = groups.get(0);
    GroupId left = groups.get(1);
    PersonId kept = fixtures.newPersonId();
    boolean moves = moves(library);
    library.addPerson(
        AddPerson.of(kept, moves ? left : joined)
            .withName(fixtures.name("A"))
            .withNote(fixtures.note("née")));
    if (moves) {
      library.joinGroups(kept, Set.of(joined));
      library.leaveGroups(kept, Set.of(left));
    }
    library.updatePerson(UpdatePerson.of(kept).withName(fixtures.name("Ada")));
    int faces = Math.min(FACES, fixtures.facesPerPerson());
    List<FaceId> added = fixtures.addFaces(kept, faces);
    List<FaceId> deleted = added.subList(0, faces / 2);
    if (!deleted.isEmpty()) {
      library.deleteFaces(DeleteFaces.of(kept, deleted)).orThrow();
    }
    List<PersonId> deletedPersons = deletePersons(library, fixtures, left);
    return new WriteScenario(
        kept, deletedPersons, joined, left, added.subList(faces / 2, faces), deleted);
  }

  /** Returns two groups, or the only one twice. */
  private static List<GroupId> groups(FaceLibrary library, Fixtures fixtures) {
    return library.capabilities().offers(Capability.NAMED_GROUPS)
        ? fixtures.newGroupIds(2)
        : List.of(GroupId.DEFAULT, GroupId.DEFAULT);
  }

  private static boolean moves(FaceLibrary library) {
    Capabilities capabilities = library.capabilities();
    return capabilities.offers(Capability.NAMED_GROUPS)
        && capabilities.offers(Capability.REGROUPING)
        && capabilities.limits().groupsPerPerson().orElse(2) > 1;
  }

  private static List<PersonId> deletePersons(
      FaceLibrary library, Fixtures fixtures, GroupId group) {
    List<PersonId> persons = List.of(fixtures.addPersonTo(group), fixtures.addPersonTo(group));
    persons.forEach(fixtures::addFace);
    persons.forEach(person -> assertThat(library.deletePerson(person)).isTrue());
    return persons;
  }

  /** Asserts that a library holds the data that the writes left, and nothing else of them. */
  void assertStoredIn(FaceLibrary library) {
    Limits limits = library.capabilities().limits();
    assertThat(library.findPerson(kept))
        .contains(
            Person.of(kept, Set.of(joinedGroup))
                .withName(Fixtures.cut("Ada", limits.nameLength()))
                .withNote(Fixtures.cut("née", limits.noteLength())));
    assertThat(library.queryFaces(QueryFaces.allOf(kept)).ids())
        .containsExactlyInAnyOrderElementsOf(keptFaces);
    if (!deletedFaces.isEmpty()) {
      QueryFacesResult deleted = library.queryFaces(QueryFaces.of(kept, deletedFaces));
      assertThat(deleted.missing()).isEqualTo(deletedFaces);
    }
    assertThat(deletedPersons)
        .allSatisfy(person -> assertThat(library.findPerson(person)).isEmpty());
    if (library.capabilities().offers(Capability.LIST_PERSONS)) {
      List<PersonId> listed = library.listPersons(joinedGroup, PageRequest.first()).items();
      if (leftGroup.equals(joinedGroup)) {
        assertThat(listed).contains(kept).doesNotContainAnyElementsOf(deletedPersons);
      } else {
        assertThat(listed).containsExactly(kept);
        assertThat(library.listPersons(leftGroup, PageRequest.first()).items()).isEmpty();
      }
    }
  }
}
