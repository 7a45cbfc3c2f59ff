package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facelibrary.AddFaces;
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

/** That a library that lives on keeps what it acknowledged, and nothing else. */
interface DurabilityContract extends ContractPart {

  private FaceLibrary another() {
    assumeTrue(harness().durable(), "the library ends with its process, as the harness says");
    return harness().open();
  }

  @Test
  @Promise(28)
  default void showsWhatOneLibraryWritesToAnother() {
    try (FaceLibrary other = another()) {
      GroupId group = given().group();
      PersonId person = given().personIn(group);
      List<FaceId> faces = given().faces(person, 2);

      assertThat(other.queryFaces(QueryFaces.allOf(person)).ids())
          .containsExactlyInAnyOrderElementsOf(faces);
      other.deleteFaces(DeleteFaces.of(person, faces.get(0))).orThrow();
      other.updatePerson(UpdatePerson.of(person).withName("Ada"));

      assertThat(given().facesOf(person)).containsExactly(faces.get(1));
      assertThat(library().findPerson(person))
          .contains(new Person(person, "Ada", "", Set.of(group)));
    }
  }

  @Test
  @Promise({13, 28})
  default void refusesAPersonThatAnotherLibraryAdded() {
    try (FaceLibrary other = another()) {
      PersonId person = given().person();

      Failing.refused(ErrorKind.ALREADY_EXISTS, () -> other.addPerson(AddPerson.of(person)));
    }
  }

  @Test
  @Promise(28)
  default void keepsAllThatWasAcknowledgedAndNothingElseAfterClosing() {
    FaceLibrary first = another();
    WriteScenario story = WriteScenario.written(harness(), given(), first);
    first.close();

    try (FaceLibrary second = harness().open()) {
      story.assertKept(second);
    }
  }

  @Test
  @Promise(28)
  default void keepsAllThatWasAcknowledgedAndNothingElseAfterItsProcessWasKilled() {
    WriteScenario story = WriteScenario.written(harness(), given(), another());

    try (FaceLibrary after =
        harness().openAfterCrash().orElseGet(() -> abort("the harness cannot kill a process"))) {
      story.assertKept(after);
    }
  }

  @Test
  @Promise({1, 28})
  default void givesNoIdAgainAfterClosing() {
    FaceLibrary first = another();
    PersonId person = given().nobody();
    first.addPerson(AddPerson.of(person));
    FaceId deleted =
        first.addFaces(AddFaces.of(person, harness().freshImage(first))).orThrow().get(0);
    first.deleteFaces(DeleteFaces.of(person, deleted)).orThrow();
    first.close();

    try (FaceLibrary second = harness().open()) {
      FaceId added =
          second.addFaces(AddFaces.of(person, harness().freshImage(second))).orThrow().get(0);

      assertThat(added).isNotEqualTo(deleted);
    }
  }
}
