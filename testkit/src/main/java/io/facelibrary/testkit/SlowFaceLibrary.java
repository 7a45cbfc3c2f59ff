package io.facelibrary.testkit;

import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.function.Supplier;

/** A library that waits before each call, as one far away does. */
public final class SlowFaceLibrary extends ForwardingFaceLibrary {
  private final Duration delay;
  private final Sleeper sleeper;

  private SlowFaceLibrary(FaceLibrary delegate, Duration delay, Sleeper sleeper) {
    super(delegate);
    this.delay = delay;
    this.sleeper = sleeper;
  }

  /** Waits; a test hands in one that only notes how long. */
  @FunctionalInterface
  public interface Sleeper {
    /** Returns after this time, or throws when the thread is interrupted. */
    void sleep(Duration delay) throws InterruptedException;
  }

  /** Returns a layer over a library whose calls take this much longer. */
  public static SlowFaceLibrary over(FaceLibrary library, Duration delay) {
    return over(library, delay, it -> Thread.sleep(it.toMillis()));
  }

  /** Returns a layer over a library that waits by the means given. */
  public static SlowFaceLibrary over(FaceLibrary library, Duration delay, Sleeper sleeper) {
    return new SlowFaceLibrary(library, delay, sleeper);
  }

  /** Throws {@link ErrorKind#INTERRUPTED} before anything is done if interrupted while waiting. */
  @Override
  protected <T> T around(Operation operation, Supplier<T> call) {
    try {
      sleeper.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FaceLibraryException.builder(
              ErrorKind.INTERRUPTED, Effect.NONE, "was interrupted before it began")
          .call(CallInfo.of("slow", operation))
          .cause(e)
          .build();
    }
    return call.get();
  }
}
