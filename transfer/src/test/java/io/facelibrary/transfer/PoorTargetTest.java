package io.facelibrary.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan reports what a target cannot hold, and the run does the same. */
class PoorTargetTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final PersonId BOB = PersonId.of("bob");
  private static final PersonId EVE = PersonId.of("eve");

  @TempDir Path place;
  private final FaceLibrary source = FaceLibraries.open("inmemory", Map.of());

  /** Ada is in two groups, has a name and a note, and an image twice. Bob is in no group. */
  @BeforeEach
  void fill() {
    GroupId[] groups = {GroupId.of("staff"), GroupId.of("night")};
    source.addPerson(AddPerson.of(ADA, groups).withName("Ada").withNote("a note"));
    source.addPerson(AddPerson.of(BOB));
    source.leaveGroups(BOB, Set.of(GroupId.DEFAULT));
    source.addPerson(AddPerson.of(EVE));
    FaceImage twice = TestImages.of(1);
    add(ADA, twice, TestImages.of(2), twice);
    add(BOB, TestImages.of(3));
    add(EVE, TestImages.of(4));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void add(PersonId person, FaceImage... images) {
    assertThat(source.addFaces(AddFaces.of(person, images)).orThrow()).hasSize(images.length);
  }

  private static FaceLibrary without(Capability... missing) {
    return InMemoryFaceLibrary.builder().without(missing).open();
  }

  private static FaceLibrary with(Limits.Builder limits) {
    return InMemoryFaceLibrary.builder().limits(limits.build()).open();
  }

  static List<Arguments> poorTargets() {
    return List.of(
        refused(with(Limits.builder().nameLength(0)), 3, "name must be empty"),
        refused(with(Limits.builder().noteLength(5)), 3, "note must have at most 5 characters"),
        refused(with(Limits.builder().groupsPerPerson(1)), 3, "groups must have at most 1 groups"),
        refused(without(Capability.NAMED_GROUPS), 4, "group must be default"),
        refused(without(Capability.REGROUPING), 1, "groups must not be empty"),
        refused(without(Capability.PERSONS_WITHOUT_GROUPS), 1, "groups must not be empty"));
  }

  private static Arguments refused(FaceLibrary target, int faces, String reason) {
    return Arguments.of(target, faces, reason);
  }

  @ParameterizedTest
  @MethodSource("poorTargets")
  void thePlanReportsThePersonsThatTheTargetCannotHold(
      FaceLibrary target, int rejected, String reason) throws IOException {
    try (target) {
      Path report = place.resolve("report.jsonl");
      Transfer transfer = Transfer.of(TransferSource.library(source), target).report(report);

      TransferResult plan = transfer.plan();

      assertThat(AllPersons.of(target)).isEmpty();
      assertThat(plan.count(ItemOutcome.REJECTED)).isEqualTo(rejected);
      assertThat(plan.count(ItemOutcome.ADDED)).isEqualTo(5 - rejected);
      assertThat(Files.readAllLines(report))
          .filteredOn(line -> line.contains("rejected"))
          .hasSize(rejected)
          .anySatisfy(line -> assertThat(line).contains(reason));
      assertThat(transfer.run()).isEqualTo(plan);
    }
  }

  @Test
  void aTargetThatAcceptsNoChangesIsRefusedBeforeAnythingIsDone() {
    try (FaceLibrary target = without(Capability.WRITES)) {
      Transfer transfer = Transfer.of(TransferSource.library(source), target);

      assertThatThrownBy(transfer::plan).isInstanceOf(UnsupportedCapabilityException.class);
      assertThatThrownBy(transfer::run).isInstanceOf(UnsupportedCapabilityException.class);
    }
  }

  @Test
  void anImageIsCopiedOnceToATargetThatDoesNotHoldItTwice() {
    try (FaceLibrary target = without(Capability.SAME_IMAGE_TWICE)) {
      Transfer transfer = Transfer.of(TransferSource.library(source), target);

      TransferResult plan = transfer.plan();
      TransferResult result = transfer.run();

      assertThat(plan.count(ItemOutcome.DUPLICATE)).isEqualTo(1);
      assertThat(result).isEqualTo(plan);
      assertThat(Doubles.content(target).get("ada")).hasSize(2);
    }
  }

  @Test
  void theTargetsOwnWordForARepeatedImageIsADuplicate() {
    try (FaceLibrary target = FaceLibraries.open("inmemory", Map.of())) {
      FaceLibrary cloud = new Doubles.Refusing(new Doubles.Cloud(target), "duplicate-image");

      TransferResult result = Transfer.of(TransferSource.library(source), cloud).run();

      assertThat(result.count(ItemOutcome.DUPLICATE)).isEqualTo(5);
      assertThat(result.isComplete()).isTrue();
    }
  }

  @Test
  void aKnownPersonCannotJoinGroupsWhereNobodyCan() {
    try (FaceLibrary target = without(Capability.REGROUPING)) {
      target.addPerson(AddPerson.of(ADA, GroupId.of("staff")));
      target.addPerson(AddPerson.of(EVE));
      Transfer transfer = Transfer.of(TransferSource.library(source), target);

      TransferResult plan = transfer.plan();

      assertThat(plan.count(ItemOutcome.REJECTED)).isEqualTo(4);
      assertThat(transfer.run()).isEqualTo(plan);
      assertThat(Doubles.content(target).get("eve")).hasSize(1);
    }
  }
}
