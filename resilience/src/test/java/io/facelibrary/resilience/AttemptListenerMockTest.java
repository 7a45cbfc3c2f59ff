package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.verifyNoInteractions;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.resilience.Attempt.Next;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

/** A listener has no behavior to fake, so a mock is enough. */
@ExtendWith(MockitoExtension.class)
class AttemptListenerMockTest {
  private static final Operation FIND = Operation.FIND_PERSON;

  private final VirtualTime time = new VirtualTime();
  private final ScriptedLibrary library = new ScriptedLibrary(time);

  @Mock private Consumer<Attempt> listener;

  @Test
  void receivesEachAttemptOnceAndInOrder() {
    library.thenFail(Calls.unavailable(FIND), Calls.unavailable(FIND));

    assertThat(layer().findPerson(Calls.GRACE)).isEmpty();

    InOrder calls = inOrder(listener);
    calls.verify(listener).accept(argThat(it -> isAttempt(it, 1, Next.RETRY)));
    calls.verify(listener).accept(argThat(it -> isAttempt(it, 2, Next.RETRY)));
    calls.verify(listener).accept(argThat(it -> isAttempt(it, 3, Next.DONE)));
    calls.verifyNoMoreInteractions();
  }

  @Test
  void receivesNothingBeforeTheFirstCall() {
    layer();

    verifyNoInteractions(listener);
  }

  @Test
  void receivesTheLastAttemptBeforeTheCallerReceivesTheFailure() {
    library.thenFail(Calls.failure(FIND, ErrorKind.PERMISSION_DENIED, Effect.NONE));

    assertThatThrownBy(() -> layer().findPerson(Calls.GRACE))
        .isInstanceOf(FaceLibraryException.class)
        .satisfies(
            failure -> {
              InOrder calls = inOrder(listener);
              calls.verify(listener).accept(argThat(it -> isAttempt(it, 1, Next.NOT_REPEATABLE)));
              calls.verifyNoMoreInteractions();
            });
  }

  private static boolean isAttempt(Attempt attempt, int number, Next next) {
    return attempt.operation() == FIND && attempt.number() == number && attempt.next() == next;
  }

  private ResilientFaceLibrary layer() {
    return ResilientFaceLibrary.around(library)
        .time(time)
        .random(() -> 0.5)
        .listener(listener)
        .build();
  }
}
