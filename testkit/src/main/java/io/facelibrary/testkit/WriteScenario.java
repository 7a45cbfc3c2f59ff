package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.Set;

/** Writes of every kind, and what is there after them. */
record WriteScenario(PersonId kept, PersonId deleted, GroupId group, GroupId left, FaceId face) {

  /** Writes to a library and leaves it open. */
  static WriteScenario written(Harness harness, Given given, FaceLibrary library) {
    WriteScenario story =
        new WriteScenario(
            given.nobody(),
            given.nobody(),
            given.groups(2).get(0),
            given.group(),
            FaceId.of("unknown"));
    library.addPerson(AddPerson.of(story.kept, story.left).withName("A").withNote("née"));
    library.addPerson(AddPerson.of(story.deleted, story.left));
    library.joinGroups(story.kept, Set.of(story.group));
    library.leaveGroups(story.kept, Set.of(story.left));
    library.updatePerson(UpdatePerson.of(story.kept).withName("Ada"));
    FaceId first = added(harness, library, story.kept);
    FaceId second = added(harness, library, story.kept);
    added(harness, library, story.deleted);
    library.deleteFaces(DeleteFaces.of(story.kept, first)).orThrow();
    assertThat(library.deletePerson(story.deleted)).isTrue();
    return new WriteScenario(story.kept, story.deleted, story.group, story.left, second);
  }

  private static FaceId added(Harness harness, FaceLibrary library, PersonId person) {
    var request = AddFaces.of(person, harness.freshImage(library));
    return library.addFaces(request).orThrow().get(0);
  }

  void assertKept(FaceLibrary library) {
    assertThat(library.findPerson(kept)).contains(new Person(kept, "Ada", "née", Set.of(group)));
    assertThat(library.queryFaces(QueryFaces.allOf(kept)).ids()).containsExactly(face);
    assertThat(library.findPerson(deleted)).isEmpty();
    if (library.capabilities().offers(Capability.LIST_PERSONS)) {
      assertThat(library.listPersons(group, PageRequest.first()).items()).containsExactly(kept);
      assertThat(library.listPersons(left, PageRequest.first()).items()).isEmpty();
    }
  }
}
