package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.UpdatePerson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A durable library keeps exactly the acknowledged writes. */
interface DurabilityContract extends ContractPart {

  private FaceLibrary openAnother() {
    assume().durable();
    return adapt(harness().open());
  }

  @Test
  @Promise(28)
  default void showsTheWritesOfOneLibraryToAnother() {
    try (FaceLibrary other = openAnother()) {
      GroupId group = fixtures().newGroupId();
      PersonId person = fixtures().addPersonTo(group);
      List<FaceId> faces = fixtures().addFaces(person, 2);

      assertThat(other.queryFaces(QueryFaces.allOf(person)).ids())
          .containsExactlyInAnyOrderElementsOf(faces);
      other.deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();
      other.updatePerson(UpdatePerson.of(person).withName(fixtures().name("Ada")));

      assertThat(fixtures().facesOf(person)).containsExactly(faces.get(1));
      assertThat(library().findPerson(person))
          .contains(Person.of(person, Set.of(group)).withName(fixtures().name("Ada")));
    }
  }

  @Test
  @Promise({13, 28})
  default void refusesAPersonThatAnotherLibraryAdded() {
    try (FaceLibrary other = openAnother()) {
      PersonId person = fixtures().addPerson();

      Failing.assertRefused(ErrorKind.ALREADY_EXISTS, () -> other.addPerson(AddPerson.of(person)));
    }
  }

  @Test
  @Promise(28)
  default void keepsExactlyTheAcknowledgedWritesAfterClose() {
    assume().durable();
    WriteScenario scenario = WriteScenario.write(library(), fixtures());

    reopen();

    scenario.assertStoredIn(library());
  }

  @Test
  @Promise(28)
  default void keepsExactlyTheAcknowledgedWritesAfterACrash() {
    assume().durable();
    WriteScenario scenario = WriteScenario.write(library(), fixtures());

    reopenAfterCrash();

    scenario.assertStoredIn(library());
  }

  @Test
  @Promise(28)
  default void keepsExactlyTheAcknowledgedWritesAfterACloseThatFollowsACrash() {
    assume().durable();
    WriteScenario before = WriteScenario.write(library(), fixtures());
    reopenAfterCrash();
    WriteScenario after = WriteScenario.write(library(), fixtures());

    reopen();

    before.assertStoredIn(library());
    after.assertStoredIn(library());
  }

  @Test
  @Promise({1, 28})
  default void reusesNoFaceIdAfterClose() {
    assume().durable();
    PersonId person = fixtures().addPerson();
    FaceId deleted = fixtures().addAndDeleteFace(person);

    reopen();

    assertThat(fixtures().addFace(person)).isNotEqualTo(deleted);
  }
}
