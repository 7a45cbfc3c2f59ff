package io.facelibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.support.FakeFaceLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The default of {@link FaceLibrary#enrol}. */
class EnrolmentTest {
  private static final AddPerson ALICE = AddPerson.of(PersonId.of("alice"));
  private static final List<FaceImage> IMAGES =
      List.of(FaceImage.at("https://example.com/1.jpg"), FaceImage.at("https://example.com/2.jpg"));

  /** Has the default method, unlike its base class. */
  private static final class Library extends FakeFaceLibrary {
    @Override
    public AddFacesResult enrol(AddPerson person, List<FaceImage> images) {
      return Enrolment.enrol(this, person, images);
    }
  }

  private final Library library = new Library();

  private static AddFacesResult.Outcome rejected(int index) {
    return AddFacesResult.Rejected.of(ItemFailure.of(index, ErrorKind.IMAGE_REJECTED, "no face"));
  }

  private FaceLibraryException failure() {
    return catchThrowableOfType(FaceLibraryException.class, () -> library.enrol(ALICE, IMAGES));
  }

  @Test
  void addsThePersonAndThenTheFaces() {
    assertThat(library.enrol(ALICE, IMAGES).added()).hasSize(2);
    assertThat(library.calls).containsExactly(Operation.ADD_PERSON, Operation.ADD_FACES);
  }

  @Test
  void keepsThePersonIfOneImageWasAccepted() {
    library.responding(
        (operation, usual) ->
            operation == Operation.ADD_FACES
                ? AddFacesResult.of(List.of(rejected(0), AddFacesResult.Added.of(FaceId.of("1"))))
                : usual);

    assertThat(library.enrol(ALICE, IMAGES).added()).containsExactly(FaceId.of("1"));
    assertThat(library.calls).containsExactly(Operation.ADD_PERSON, Operation.ADD_FACES);
  }

  @Test
  void deletesThePersonIfEveryImageWasRejected() {
    library.responding(
        (operation, usual) ->
            operation == Operation.ADD_FACES
                ? AddFacesResult.of(List.of(rejected(0), rejected(1)))
                : usual);

    FaceLibraryException failure = failure();

    assertThat(failure).isInstanceOf(PartialFailureException.class);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(((PartialFailureException) failure).failures()).hasSize(2);
    assertThat(library.calls)
        .containsExactly(Operation.ADD_PERSON, Operation.ADD_FACES, Operation.DELETE_PERSON);
  }

  @Test
  void deletesThePersonIfTheFacesCouldNotBeAdded() {
    failIn(Operation.ADD_FACES, Effect.UNKNOWN);

    FaceLibraryException failure = failure();

    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(failure.call()).map(CallInfo::operation).contains(Operation.ADD_FACES);
    assertThat(library.calls).endsWith(Operation.DELETE_PERSON);
  }

  @Test
  void reportsTheEffectIfThePersonCouldNotBeDeleted() {
    failIn(Operation.ADD_FACES, Effect.NONE, Operation.DELETE_PERSON);
    assertThat(failure().effect()).isEqualTo(Effect.PARTIAL);

    failIn(Operation.ADD_FACES, Effect.UNKNOWN, Operation.DELETE_PERSON);
    FaceLibraryException failure = failure();
    assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  void deletesThePersonEvenIfTheThreadIsInterrupted() {
    FaceLibrary guarded = FaceLibraries.guard("sample", library);
    library.responding(
        (operation, usual) -> {
          if (operation == Operation.ADD_FACES) {
            Thread.currentThread().interrupt();
            throw FaceLibraryException.of(
                ErrorKind.INTERRUPTED, Effect.UNKNOWN, "the thread was interrupted");
          }
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          return usual;
        });

    FaceLibraryException failure =
        catchThrowableOfType(FaceLibraryException.class, () -> guarded.enrol(ALICE, IMAGES));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(library.calls).endsWith(Operation.DELETE_PERSON);
  }

  @Test
  void addsNobodyIfThereIsNoImage() {
    assertThatThrownBy(() -> library.enrol(ALICE, List.of()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("images must not be empty");
    assertThat(library.calls).isEmpty();
  }

  private void failIn(Operation first, Effect effect, Operation... more) {
    library.calls.clear();
    library.responding(
        (operation, usual) -> {
          if (operation == first || List.of(more).contains(operation)) {
            throw FaceLibraryException.builder(ErrorKind.TIMED_OUT, effect, "no response")
                .call(CallInfo.of("sample", operation))
                .build();
          }
          return usual;
        });
  }
}
