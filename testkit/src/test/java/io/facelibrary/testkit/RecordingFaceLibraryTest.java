package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.testkit.RecordingFaceLibrary.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingFaceLibraryTest {
  private static final PersonId ADA = PersonId.of("ada");
  private static final GroupId GROUP = GroupId.of("group");
  private static final FaceImage IMAGE = TestImages.of(1);

  private final RecordingFaceLibrary recording =
      RecordingFaceLibrary.over(new NotebookHarness(Offered.ALL, UnaryOperator.identity()).open());

  static List<Operation> operations() {
    return Operations.offeredBy(new NotebookHarness(Offered.ALL, it -> it).open());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void recordsEachOperationWithItsArguments(Operation operation) {
    recording.addPerson(AddPerson.of(PersonId.of("grace"), GROUP));
    boolean adds = operation == Operation.ADD_PERSON || operation == Operation.ENROL;
    PersonId person = adds ? ADA : PersonId.of("grace");

    Operations.call(recording, operation, person, GROUP, IMAGE);

    List<Recorded> calls = recording.calls(operation);
    Recorded last = calls.get(calls.size() - 1);
    assertThat(last.operation()).isEqualTo(operation);
    assertThat(last.arguments().isEmpty()).isEqualTo(operation == Operation.INFO);
    assertThat(last.failure()).isEmpty();
  }

  @Test
  void recordsTheCallsOfAFacet() {
    recording.addPerson(AddPerson.of(ADA));
    FaceArchive archive = recording.unwrap(FaceArchive.class).orElseThrow();

    archive.addArchivedFaces(ADA, List.of(ArchivedFace.of(IMAGE))).orThrow();

    assertThat(recording.calls(Operation.ADD_ARCHIVED_FACES)).hasSize(1);
  }

  @Test
  void recordsResults() {
    recording.addPerson(AddPerson.of(ADA));

    boolean deleted = recording.deletePerson(ADA);

    assertThat(recording.calls())
        .extracting(Recorded::operation)
        .containsExactly(Operation.ADD_PERSON, Operation.DELETE_PERSON);
    assertThat(recording.calls(Operation.DELETE_PERSON))
        .containsExactly(
            new Recorded(
                Operation.DELETE_PERSON, List.of(ADA), Optional.of(deleted), Optional.empty()));
    assertThat(recording.calls(Operation.ADD_PERSON).get(0).result()).isEmpty();
  }

  @Test
  void recordsExceptionsAndThrowsThem() {
    var query = QueryFaces.allOf(ADA);

    FaceLibraryException first =
        Failing.assertRefused(ErrorKind.NOT_FOUND, () -> recording.queryFaces(query));
    FaceLibraryException second =
        Failing.assertRefused(ErrorKind.NOT_FOUND, () -> recording.joinGroups(ADA, Set.of(GROUP)));

    assertThat(recording.calls().stream().map(Recorded::failure))
        .containsExactly(Optional.of(first), Optional.of(second));
    assertThat(recording.calls().get(0).arguments()).containsExactly(query);
    assertThat(recording.calls().get(1).arguments()).containsExactly(ADA, Set.of(GROUP));
  }

  @Test
  void losesNoCallOfSeveralThreads() {
    Concurrently.times(
        4, () -> Stream.generate(() -> recording.findPerson(ADA)).limit(50).toList());

    assertThat(recording.calls()).hasSize(200);
  }

  @Test
  void returnsCopiesOfItsRecords() {
    FaceLibrary library = recording;
    List<Recorded> before = recording.calls();

    library.findPerson(ADA);

    assertThat(before).isEmpty();
    assertThat(recording.calls()).hasSize(1);
  }
}
