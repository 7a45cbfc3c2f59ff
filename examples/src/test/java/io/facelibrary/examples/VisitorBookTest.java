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
import io.facelibrary.examples.VisitorBook.Answer;
import io.facelibrary.testkit.FaceLibraryExtension;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an application tests what it does when its library fails: no network, no mock. */
@ExtendWith(FaceLibraryExtension.class)
class VisitorBookTest {
  private static final PersonId GRACE = PersonId.of("grace");
  private static final FaceImage PORTRAIT = FaceImage.at("https://example.com/grace.jpg");
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
  void greetsWhoIsRegisteredAndNobodyElse() {
    book.register(GRACE, PORTRAIT);

    assertThat(book.greet(PORTRAIT)).isEqualTo("Welcome back, grace");
    assertThat(book.greet(OTHER)).isEqualTo("Please register");
  }

  @Test
  void registersAVisitorOnceHoweverOftenTheyCome() {
    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);
    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);

    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void seesThatThePortraitWasAddedAlthoughTheAnswerWasLost() {
    library.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));

    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void addsNothingAgainWhenItCannotSeeWhatBecameOfThePortrait() {
    library.failNext(Operation.ADD_FACES, Fault.after(ErrorKind.TIMED_OUT));
    // The first look is before the add, the second is the one after the lost answer.
    library.failCall(Operation.QUERY_FACES, 2, Fault.before(ErrorKind.UNAVAILABLE));

    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.COME_BACK_LATER);
    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void asksTheVisitorBackWhenThePortraitWasLost() {
    library.failNext(
        Operation.ADD_FACES, Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN));

    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.COME_BACK_LATER);
    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @Test
  void goesOnWhereItStoppedWhenOnlyThePersonWasAdded() {
    library.failNext(Operation.ADD_PERSON, Fault.after(ErrorKind.TIMED_OUT));

    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.COME_BACK_LATER);
    assertThat(book.register(GRACE, PORTRAIT)).isEqualTo(Answer.REGISTERED);
    assertThat(facesHeld()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void asksTheVisitorBackExactlyWhenTheFailureMayPass(ErrorKind kind) {
    library.failNext(Operation.ADD_FACES, Fault.before(kind));

    assertThat(book.register(GRACE, PORTRAIT))
        .isEqualTo(kind.isTransient() ? Answer.COME_BACK_LATER : Answer.REFUSED);
    assertThat(facesHeld()).isZero();
  }

  @Test
  void takesNobodyForAStrangerBecauseTheSearchFailed() {
    book.register(GRACE, PORTRAIT);
    library.failNext(Operation.SEARCH, Fault.before(ErrorKind.UNAVAILABLE));

    assertThat(book.greet(PORTRAIT)).isEqualTo("Please ring the bell");
  }

  @Test
  void forgetsAVisitorAlthoughTheFirstAnswerWasLost() {
    book.register(GRACE, PORTRAIT);
    library.failNext(Operation.DELETE_PERSON, Fault.after(ErrorKind.TIMED_OUT));

    book.forget(GRACE);

    assertThat(healthy.findPerson(GRACE)).isEmpty();
    assertThat(book.greet(PORTRAIT)).isEqualTo("Please register");
  }

  @Test
  void saysThatItCouldNotForget() {
    book.register(GRACE, PORTRAIT);
    library.failEvery(Fault.before(ErrorKind.UNAVAILABLE), Operation.DELETE_PERSON);

    assertThatThrownBy(() -> book.forget(GRACE)).isInstanceOf(FaceLibraryException.class);
    assertThat(library.failures()).isEqualTo(3);
  }

  @Test
  void doesNotRepeatWhatCannotSucceed() {
    library.failNext(Operation.DELETE_PERSON, Fault.before(ErrorKind.PERMISSION_DENIED));

    assertThatThrownBy(() -> book.forget(GRACE)).isInstanceOf(FaceLibraryException.class);
    assertThat(library.failures()).isEqualTo(1);
  }

  private int facesHeld() {
    return healthy.queryFaces(QueryFaces.allOf(GRACE)).faces().size();
  }
}
