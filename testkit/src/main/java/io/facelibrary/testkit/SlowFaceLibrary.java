package io.facelibrary.testkit;

import io.facelibrary.Call;
import io.facelibrary.CallInfo;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import java.time.Duration;

/** A layer that delays each call, like a distant service. */
public final class SlowFaceLibrary extends ForwardingFaceLibrary {
  private final Duration delay;
  private final Sleeper sleeper;

  private SlowFaceLibrary(FaceLibrary delegate, Duration delay, Sleeper sleeper) {
    super(delegate);
    this.delay = delay;
    this.sleeper = sleeper;
  }

  /** Waits. A test can pass a sleeper that only records the time. */
  @FunctionalInterface
  public interface Sleeper {
    /** Sleeps for this time. Throws if the thread is interrupted. */
    void sleep(Duration delay) throws InterruptedException;
  }

  /** Returns a layer that sleeps this long before each call. */
  public static SlowFaceLibrary over(FaceLibrary library, Duration delay) {
    return over(library, delay, it -> Thread.sleep(it.toMillis()));
  }

  /** Returns a layer that waits with this sleeper before each call. */
  public static SlowFaceLibrary over(FaceLibrary library, Duration delay, Sleeper sleeper) {
    return new SlowFaceLibrary(library, delay, sleeper);
  }

  /** Throws {@link ErrorKind#INTERRUPTED} without a call if the thread is interrupted. */
  @Override
  protected <T> T around(Call<T> call) {
    try {
      sleeper.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FaceLibraryException.builder(
              ErrorKind.INTERRUPTED, Effect.NONE, "was interrupted before the call")
          .call(CallInfo.of("slow", call.operation()))
          .cause(e)
          .build();
    }
    return call.proceed();
  }
}
