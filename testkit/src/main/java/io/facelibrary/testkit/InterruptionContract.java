package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call of an interrupted thread ends soon, and reports its true effect. */
interface InterruptionContract extends ContractPart {

  @Test
  @Promise(38)
  default void refusesEveryCallOfAnInterruptedThread() {
    PersonId person = fixtures().newPersonId();
    GroupId group = fixtures().newGroupId();
    FaceImage image = fixtures().newImage();

    for (Operation operation : Operations.offeredBy(bare())) {
      Interrupted.assertRefused(
          operation, () -> Operations.call(bare(), operation, person, group, image));
    }
    bare()
        .unwrap(FaceArchive.class)
        .ifPresent(
            archive ->
                Interrupted.assertRefused(
                    Operation.FIND_ARCHIVED_FACE,
                    () -> archive.findArchivedFace(person, FaceId.of("1"))));

    assertThat(library().findPerson(person)).isEmpty();
  }

  @Test
  @Promise(38)
  default void changesNothingInACallOfAnInterruptedThread() {
    PersonId person = fixtures().addPerson();
    GroupId group = fixtures().newGroupId();
    FaceImage image = fixtures().newImage();
    PersonState before = PersonState.of(library(), person);

    for (Operation operation : Operations.offeredBy(bare())) {
      Interrupted.assertRefused(
          operation, () -> Operations.call(bare(), operation, person, group, image));
      assertThat(PersonState.of(library(), person)).isEqualTo(before);
    }
  }

  @Test
  @Promise(39)
  default void reportsTheTrueEffectOfAnInterruptedAddOrDeleteOfFaces() {
    PersonId person = fixtures().addPerson();
    assume().facesPerPerson(1);
    FaceImage image = fixtures().newImage();

    Interrupted.assertTrueEffects(library(), person, Writes.addingAndDeleting(person, image));
  }

  @Test
  @Promise(39)
  default void reportsTheTrueEffectOfAnInterruptedUpdate() {
    assume().textLength(10);
    PersonId person = fixtures().addPerson();

    Interrupted.assertTrueEffects(library(), person, Writes.updating(person));
  }

  @Test
  @Promise(39)
  default void reportsTheTrueEffectOfAnInterruptedJoinOrLeave() {
    assume().regrouping();
    assume().groupsPerPerson(2);
    GroupId group = fixtures().newGroupIds(1).get(0);
    PersonId person = fixtures().addPerson();

    Interrupted.assertTrueEffects(library(), person, Writes.joiningAndLeaving(person, group));
  }

  @Test
  @Promise(39)
  default void reportsTheTrueEffectOfAnInterruptedAddOrDeleteOfAPerson() {
    assume().offers(Capability.PERSONS_WITHOUT_FACES);
    PersonId person = fixtures().addPerson();
    AddPerson request = AddPerson.of(person, fixtures().sharedGroup());

    Interrupted.assertTrueEffects(library(), person, Writes.deletingAndAdding(request));
  }

  @Test
  @Promise(39)
  default void reportsTheTrueEffectOfAnInterruptedEnrolment() {
    PersonId person = fixtures().addPerson();
    AddPerson request = AddPerson.of(person, fixtures().sharedGroup());
    List<FaceImage> images = fixtures().newImages(1);

    boolean composed = harness().networkFaults().isPresent();

    Interrupted.assertTrueEffects(
        library(), person, Writes.deletingAndEnrolling(request, images, composed));
  }

  @Test
  @Promise(39)
  default void remainsUsableAfterAnInterruption() {
    PersonId person = fixtures().addPerson();
    Interrupted.assertRefused(Operation.FIND_PERSON, () -> bare().findPerson(person));
    GroupId group = fixtures().sharedGroup();

    PersonId later = fixtures().addPerson();

    assertThat(fixtures().addFace(later)).isNotNull();
    assertThat(library().findPerson(later)).isPresent();
    Failing.assertRefused(
        ErrorKind.ALREADY_EXISTS, () -> library().addPerson(AddPerson.of(later, group)));
  }
}
