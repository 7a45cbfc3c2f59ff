package io.facelibrary.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.examples.VisitorBook.Registration;
import io.facelibrary.testkit.FaceLibraryExtension;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests an application with an in-memory library and injected faults. */
@ExtendWith(FaceLibraryExtension.class)
class VisitorBookTest {
  private static final PersonId GRACE = PersonId.of("grace");
  private static final FaceImage IMAGE = FaceImage.at("https://example.com/grace.jpg");
  private static final FaceImage OTHER = FaceImage.at("https://example.com/somebody.jpg");

  private FaceLibrary healthy;
  private FaultyFaceLibrary library;
  private VisitorBook book;

  @BeforeEach
  void openTheBook(FaceLibrary opened) {
    healthy = opened;
    library = FaultyFaceLibrary.over(opened);
    book = new VisitorBook(library);
  }

  @Test
  void greetsRegisteredVisitorsOnly() {
    book.register(GRACE, IMAGE);

    assertThat(book.greet(IMAGE)).isEqualTo("Welcome back, grace");
    assertThat(book.greet(OTHER)).isEqualTo("Please register");
  }

  @Test
  void registersAVisitorOnceForSeveralVisits() {
    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);
    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);

    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void detectsThatTheImageWasAddedAlthoughTheResponseWasLost() {
    library.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void addsNothingTwiceWhenTheEffectOfTheAddIsUnknown() {
    library.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));
    // The first query precedes the add, the second follows the lost response.
    library.failCall(Operation.QUERY_FACES, 2, Fault.before(ErrorKind.UNAVAILABLE));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.COME_BACK_LATER);
    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void asksTheVisitorToReturnWhenTheImageWasNotAdded() {
    library.failNext(
        Operation.ADD_FACES, Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.COME_BACK_LATER);
    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void resumesWhenOnlyThePersonWasAdded() {
    library.failNext(Operation.ADD_PERSON, Fault.after(ErrorKind.TIMED_OUT));

    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.COME_BACK_LATER);
    assertThat(book.register(GRACE, IMAGE)).isEqualTo(Registration.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void asksTheVisitorToReturnExactlyIfTheFailureIsTransient(ErrorKind kind) {
    library.failNext(Operation.ADD_FACES, Fault.before(kind));

    assertThat(book.register(GRACE, IMAGE))
        .isEqualTo(kind.isTransient() ? Registration.COME_BACK_LATER : Registration.REFUSED);
    assertThat(facesHeld()).isZero();
  }

  @Test
  void treatsNoVisitorAsUnknownBecauseTheSearchFailed() {
    book.register(GRACE, IMAGE);
    library.failNext(Operation.SEARCH, Fault.before(ErrorKind.UNAVAILABLE));

    assertThat(book.greet(IMAGE)).isEqualTo("Please ring the bell");
  }

  @Test
  void deletesAVisitorAlthoughTheFirstResponseWasLost() {
    book.register(GRACE, IMAGE);
    library.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));

    book.delete(GRACE);

    assertThat(healthy.findPerson(GRACE)).isEmpty();
    assertThat(book.greet(IMAGE)).isEqualTo("Please register");
  }

  @Test
  void throwsWhenEveryDeleteFails() {
    book.register(GRACE, IMAGE);
    library.failEvery(Fault.before(ErrorKind.UNAVAILABLE), Operation.DELETE_PERSON);

    assertThatThrownBy(() -> book.delete(GRACE)).isInstanceOf(FaceLibraryException.class);
    assertThat(library.failures()).isEqualTo(3);
  }

  @Test
  void doesNotRepeatADeleteThatCannotSucceed() {
    library.failNext(Operation.DELETE_PERSON, Fault.before(ErrorKind.PERMISSION_DENIED));

    assertThatThrownBy(() -> book.delete(GRACE)).isInstanceOf(FaceLibraryException.class);
    assertThat(library.failures()).isEqualTo(1);
  }

  private int facesHeld() {
    return healthy.queryFaces(QueryFaces.allOf(GRACE)).faces().size();
  }
}
