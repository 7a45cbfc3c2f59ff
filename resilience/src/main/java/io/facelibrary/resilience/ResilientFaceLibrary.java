package io.facelibrary.resilience;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * A library that keeps to the rate limits of the one it wraps and repeats calls that failed, where
 * that does no harm.
 *
 * <pre>{@code
 * try (FaceLibrary library =
 *     ResilientFaceLibrary.around(FaceLibraries.open(settings)).listener(metrics::count).build()) {
 *   library.addFaces(AddFaces.of(person, picture)).orThrow();
 * }
 * }</pre>
 *
 * <p><b>Rate limits.</b> Each attempt takes a permit first. In no second, wherever it begins, are
 * there more permits for an operation than {@link io.facelibrary.Limits#callsPerSecond()} says, or
 * {@link Builder#callsPerSecond}. A permit counts when it is taken; how long the network then takes
 * is not seen here, and neither are other processes that share the service's limit. A call that
 * would get its permit after the deadline fails at once, {@link io.facelibrary.ErrorKind#THROTTLED}
 * with effect {@link io.facelibrary.Effect#NONE}.
 *
 * <p><b>Retries.</b> A call is repeated exactly when its failure {@linkplain
 * io.facelibrary.FaceLibraryException#isRetryable() is retryable}, so an add whose fate is unknown
 * is never sent twice. It waits at random up to a bound that doubles with each attempt, and at
 * least as long as the service asks ({@link io.facelibrary.FaceLibraryException#retryAfter()}). The
 * attempts of a call, its time, and the retries of all calls together are bounded; where a bound
 * ends a call, the last failure is thrown.
 *
 * <p><b>What is thrown</b> says what all attempts may have done. If the effect of the last failure
 * is not that of all of them together, the exception has the kind, the {@link
 * io.facelibrary.CallInfo} and the {@code retryAfter} of the last failure, which is its cause; the
 * earlier failures are its suppressed exceptions. A thread that is interrupted while it waits gets
 * {@link io.facelibrary.ErrorKind#INTERRUPTED}, and its flag is set.
 *
 * <p><b>What is answered</b> is what the last attempt was answered. An earlier one whose answer was
 * lost may have done the work: then {@link #deletePerson} answers false although this call deleted
 * the person, and {@link #deleteFaces} answers {@link io.facelibrary.DeleteFacesResult.Absent} for
 * faces that this call deleted. Both promise that person or faces are gone, and no more. A repeated
 * write may also come after somebody else's, and replace it. Where either matters, {@link
 * Builder#neverRepeat} leaves the operation alone.
 *
 * <p>{@link #close} closes the wrapped library. A call that is waiting then is refused by that
 * library when its wait ends.
 */
public final class ResilientFaceLibrary extends ForwardingFaceLibrary {
  private final Retrier retrier;
  private volatile boolean closed;

  private ResilientFaceLibrary(FaceLibrary library, Retrier retrier) {
    super(library);
    this.retrier = retrier;
  }

  /**
   * Starts a layer around a library, with its rates and the defaults that each setting names.
   *
   * @param library gets the calls; closed with the layer
   * @throws InvalidRequestException if it is null, or such a layer is around it already: retries of
   *     retries would multiply
   */
  public static Builder around(FaceLibrary library) {
    return new Builder(library);
  }

  @Override
  protected <T> T around(Operation operation, Supplier<T> call) {
    // The library refuses what comes after closing; nobody shall wait for that.
    return closed ? call.get() : retrier.call(operation, call);
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }

  /** Collects how a library is to be wrapped. A setting that is set again replaces the former. */
  public static final class Builder {
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_RESERVE = 1_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_CALL = Duration.ofDays(1);

    private final FaceLibrary library;
    private final Rates rates = new Rates();
    private final Set<Operation> neverRepeated = EnumSet.noneOf(Operation.class);
    private int maxAttempts = 4;
    private Duration base = Duration.ofMillis(100);
    private Duration ceiling = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(30);
    private double share = 0.1;
    private int reserve = 10;
    private Optional<Consumer<? super Attempt>> listener = Optional.empty();
    private Time time = Time.ofThisMachine();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    private Builder(FaceLibrary library) {
      this.library = Checks.present(library, "library");
      if (library.unwrap(ResilientFaceLibrary.class).isPresent()) {
        throw InvalidRequestException.of("library", "must not be resilient already");
      }
    }

    /**
     * Sets how many attempts a call may have, the first one included; 4 unless set.
     *
     * @param most 1 to 100; 1 switches retries off
     */
    public Builder maxAttempts(int most) {
      maxAttempts = Checks.within(most, "maxAttempts", 1, MOST_ATTEMPTS);
      return this;
    }

    /**
     * Sets how long a call waits between attempts: at random from nothing to the base, then to
     * twice the base, and so on up to the ceiling; 100 milliseconds and 10 seconds unless set.
     *
     * @param base zero to one hour
     * @param ceiling base to one hour
     */
    public Builder backoff(Duration base, Duration ceiling) {
      Checks.within(base, "base", Duration.ZERO, LONGEST_WAIT);
      this.ceiling = Checks.within(ceiling, "ceiling", base, LONGEST_WAIT);
      this.base = base;
      return this;
    }

    /**
     * Sets how long after its beginning a call may still begin an attempt; 30 seconds unless set.
     * An attempt that has begun ends by the time-outs of the library.
     *
     * @param longest one millisecond to one day
     */
    public Builder deadline(Duration longest) {
      deadline = Checks.within(longest, "deadline", Duration.ofMillis(1), LONGEST_CALL);
      return this;
    }

    /**
     * Bounds the retries of all calls together. In any span of time there are at most this share of
     * the calls in it, and the reserve. The reserve is full at first, so that single failures are
     * repeated in a program that makes few calls; each call puts its share of a retry back.
     *
     * @param share retries for each call, 0 to 1; 0.1 unless set
     * @param reserve retries, 0 to 1,000,000; 10 unless set
     */
    public Builder retryBudget(double share, int reserve) {
      Checks.within(share, "share", 0, 1);
      this.reserve = Checks.within(reserve, "reserve", 0, MOST_RESERVE);
      this.share = share;
      return this;
    }

    /** Gives these operations one attempt only, whatever their failure. */
    public Builder neverRepeat(Operation operation, Operation... more) {
      neverRepeated.addAll(all(operation, more));
      return this;
    }

    /**
     * Sets the rate of an operation, in place of the one that the library declares.
     *
     * @param rate attempts in any second, 1 to 1,000,000
     */
    public Builder callsPerSecond(Operation operation, int rate) {
      rates.set(
          Checks.present(operation, "operation"),
          Checks.within(rate, "callsPerSecond", 1, Rates.MOST));
      return this;
    }

    /** Takes the rate limit off these operations. */
    public Builder withoutRateLimit(Operation operation, Operation... more) {
      all(operation, more).forEach(rates::remove);
      return this;
    }

    /** Takes the rate limits off all operations. */
    public Builder withoutRateLimits() {
      return withoutRateLimit(Operation.ADD_FACES, Operation.values());
    }

    /**
     * Sets who is told of each attempt when it has ended, in the thread of the call and before the
     * wait for the next one. An exception of the listener is handed to the thread's {@link
     * Thread#getUncaughtExceptionHandler()}, and the call goes on.
     */
    public Builder listener(Consumer<? super Attempt> listener) {
      this.listener = Optional.of(Checks.present(listener, "listener"));
      return this;
    }

    /** For tests. */
    Builder time(Time time) {
      this.time = time;
      return this;
    }

    /** For tests. */
    Builder random(DoubleSupplier random) {
      this.random = random;
      return this;
    }

    /** Returns the library with the layer around it. */
    public ResilientFaceLibrary build() {
      Retrier retrier =
          new Retrier(
              new Retrier.Rules(maxAttempts, deadline, Set.copyOf(neverRepeated)),
              rates.limiters(library.capabilities().limits().callsPerSecond(), time),
              new RetryBudget(share, reserve),
              new Backoff(base, ceiling, random),
              new SafeListener(listener),
              time);
      return new ResilientFaceLibrary(library, retrier);
    }

    private static EnumSet<Operation> all(Operation operation, Operation... more) {
      Arrays.asList(Checks.present(more, "operations"))
          .forEach(it -> Checks.present(it, "operations"));
      return EnumSet.of(Checks.present(operation, "operations"), more);
    }
  }
}
