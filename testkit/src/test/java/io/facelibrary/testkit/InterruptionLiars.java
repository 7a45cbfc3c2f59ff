package io.facelibrary.testkit;

import io.facelibrary.Call;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Libraries with defects in calls of interrupted threads. */
final class InterruptionLiars {
  private static final String FACES = "reportsTheTrueEffectOfAnInterruptedAddOrDeleteOfFaces";

  private InterruptionLiars() {}

  private static Liar unguarded(String defect, String caughtBy) {
    return Liar.unguarded(defect, InterruptionContract.class, caughtBy, bare -> bare);
  }

  /** Interrupts each write after it was done, and reports this failure or none. */
  private static Liar interruptible(String defect, String caughtBy, Reaction reaction) {
    return Liar.of(
        defect,
        InterruptionContract.class,
        caughtBy,
        honest -> new Interruptible(honest, reaction));
  }

  static Stream<Liar> all() {
    return Stream.concat(
        Stream.of(
            unguarded("calls for an interrupted thread", "refusesEveryCallOfAnInterruptedThread"),
            unguarded(
                "writes for an interrupted thread", "changesNothingInACallOfAnInterruptedThread"),
            Liar.unguarded(
                "breaks at an interruption",
                InterruptionContract.class,
                "remainsUsableAfterAnInterruption",
                bare -> new Breaking(FaceLibraries.guard("guarded", bare))),
            interruptible("ignores an interruption", FACES, Reaction.IGNORE),
            interruptible("ends the interruption of its thread", FACES, Reaction.CLEAR),
            interruptible("reports an interruption as another kind", FACES, Reaction.REWORD)),
        Stream.of(
                FACES,
                "reportsTheTrueEffectOfAnInterruptedUpdate",
                "reportsTheTrueEffectOfAnInterruptedJoinOrLeave",
                "reportsTheTrueEffectOfAnInterruptedAddOrDeleteOfAPerson",
                "reportsTheTrueEffectOfAnInterruptedEnrolment")
            .map(it -> interruptible("denies the effect of a write", it, Reaction.DENY)));
  }

  /** The behavior of a library whose write is interrupted after it was done. */
  enum Reaction {
    /** Reports an unknown effect, as the contract demands. */
    ADMIT,
    /** Reports no effect. */
    DENY,
    /** Continues, and takes the interruption away. */
    IGNORE,
    /** Takes the interruption away. */
    CLEAR,
    /** Reports another kind of failure. */
    REWORD
  }

  /** Gives the contract time to interrupt each write. */
  static final class Interruptible extends ForwardingFaceLibrary {
    private final Reaction reaction;

    Interruptible(FaceLibrary honest, Reaction reaction) {
      super(honest);
      this.reaction = reaction;
    }

    @Override
    protected <T> T around(Call<T> call) {
      T result = call.proceed();
      if (call.operation().isRead()) {
        return result;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2)); // ends at once if interrupted
      if (!Thread.currentThread().isInterrupted()) {
        return result;
      }
      if (reaction == Reaction.IGNORE || reaction == Reaction.CLEAR) {
        boolean cleared = Thread.interrupted();
        if (reaction == Reaction.IGNORE && cleared) {
          return result;
        }
      }
      throw FaceLibraryException.of(
          reaction == Reaction.REWORD ? ErrorKind.UNAVAILABLE : ErrorKind.INTERRUPTED,
          reaction == Reaction.DENY ? Effect.NONE : Effect.UNKNOWN,
          "the thread was interrupted");
    }
  }

  /** Behaves like a file channel, which an interruption closes. */
  private static final class Breaking extends ForwardingFaceLibrary {
    private volatile boolean broken;

    Breaking(FaceLibrary honest) {
      super(honest);
    }

    @Override
    protected <T> T around(Call<T> call) {
      if (broken) {
        throw FaceLibraryException.of(ErrorKind.UNAVAILABLE, Effect.NONE, "the file is closed");
      }
      broken = Thread.currentThread().isInterrupted();
      return call.proceed();
    }
  }
}
