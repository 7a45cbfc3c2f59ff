package io.facelibrary.resilience;

import io.facelibrary.Call;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * A layer around a library that keeps its rate limits and repeats failed calls where that does no
 * harm.
 *
 * <pre>{@code
 * try (FaceLibrary library =
 *     ResilientFaceLibrary.around(FaceLibraries.open(settings)).listener(metrics::count).build()) {
 *   library.addFaces(AddFaces.of(person, image)).orThrow();
 * }
 * }</pre>
 *
 * <p><b>Rate limits.</b> Each attempt first takes a permit. In any interval of one second, an
 * operation has at most as many permits as {@link io.facelibrary.Limits#callsPerSecond()} declares
 * or {@link Builder#callsPerSecond} sets. A permit counts when it is taken. This layer does not see
 * the time that the network then takes, nor other processes that share the service's limit. A call
 * that would obtain its permit only after the deadline fails immediately with the kind {@link
 * io.facelibrary.ErrorKind#THROTTLED} and the effect {@link io.facelibrary.Effect#NONE}.
 *
 * <p>Some operations make calls of others. If the library declares no rate for them, they count as
 * those calls: {@link #enrol} takes a permit of {@link #addPerson} and one of {@link #addFaces},
 * and {@link #findPersons} becomes one {@link #findPerson} for each person.
 *
 * <p><b>Calls at once.</b> At most {@link Limits#callsAtOnce()} attempts run at the same time. This
 * limit is common to all operations. An attempt takes its permit first and then waits until fewer
 * run.
 *
 * <p><b>Retries.</b> A call is repeated exactly if its failure {@linkplain
 * io.facelibrary.FaceLibraryException#isRetryable() is retryable}. An add with an unknown effect is
 * therefore never sent twice. The same holds for {@link #enrol}. {@link Operation#CHECK} and {@link
 * Operation#BACKUP} are never repeated: they can run for a long time, and a backup leaves files.
 * The wait is random up to a bound that doubles with each attempt. It is at least as long as the
 * service requests ({@link io.facelibrary.FaceLibraryException#retryAfter()}). There are bounds on
 * the attempts of a call, on its time, and on the retries of all calls together. If a bound ends a
 * call, the last failure is thrown.
 *
 * <p><b>Exceptions</b> report the combined effect of all attempts. If that is not the effect of the
 * last failure, a new exception is thrown. It has the kind, the {@link io.facelibrary.CallInfo} and
 * the {@code retryAfter} of the last failure. The last failure is its cause, and the earlier
 * failures are its suppressed exceptions. A thread that is interrupted while it waits receives an
 * exception of the kind {@link io.facelibrary.ErrorKind#INTERRUPTED}, and its interrupt flag is
 * set.
 *
 * <p><b>Results</b> are those of the last attempt. An earlier attempt whose response was lost may
 * have done the work. Then {@link #deletePerson} returns false although this call deleted the
 * person. Likewise {@link #deleteFaces} returns {@link io.facelibrary.DeleteFacesResult.Absent} for
 * faces that this call deleted. In both cases the person or the faces are deleted. A repeated write
 * may also follow a write by another process and replace it. If either matters, use {@link
 * Builder#neverRepeat}. A result with outcomes that failed or are unknown is a result like any
 * other: the call is not repeated.
 *
 * <p>{@link #close} closes the wrapped library. A call that is waiting at that time is refused by
 * the library when its wait ends.
 */
public final class ResilientFaceLibrary extends ForwardingFaceLibrary {
  private final Retrier retrier;
  private final boolean findsPersonsSingly;
  private volatile boolean closed;

  private ResilientFaceLibrary(FaceLibrary library, Retrier retrier, boolean findsPersonsSingly) {
    super(library);
    this.retrier = retrier;
    this.findsPersonsSingly = findsPersonsSingly;
  }

  /**
   * Returns a builder of a layer around a library, with the library's declared rates and the
   * default of every setting.
   *
   * @param library the library that receives the calls; closed with the layer
   * @throws InvalidRequestException if the library is null, or already has such a layer: retries of
   *     retries would multiply
   */
  public static Builder around(FaceLibrary library) {
    return new Builder(library);
  }

  @Override
  protected <T> T around(Call<T> call) {
    // The closed library refuses the call. The caller need not wait for a permit for that.
    return closed ? call.proceed() : retrier.call(call.operation(), call::proceed);
  }

  @Override
  public Map<PersonId, Person> findPersons(Set<PersonId> persons) {
    // The library refuses null and sets that are too large, and takes empty ones.
    if (!findsPersonsSingly
        || persons == null
        || persons.isEmpty()
        || persons.size() > PageRequest.MAX_SIZE) {
      return super.findPersons(persons);
    }
    Map<PersonId, Person> found = new LinkedHashMap<>();
    for (PersonId person : persons) {
      findPerson(person).ifPresent(it -> found.put(person, it));
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public void close() {
    closed = true;
    super.close();
  }

  /** Collects the settings of a layer. Setting a value again replaces the earlier one. */
  public static final class Builder {
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_RESERVE = 1_000_000;
    private static final int MAX_CALLS_AT_ONCE = 1_000_000;
    private static final Duration MAX_WAIT = Duration.ofHours(1);
    private static final Duration MAX_DEADLINE = Duration.ofDays(1);

    private final FaceLibrary library;
    private final Rates rates = new Rates();
    private final Set<Operation> neverRepeated = EnumSet.of(Operation.CHECK, Operation.BACKUP);
    private OptionalInt callsAtOnce = OptionalInt.empty();
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
     * Sets the maximum number of attempts of a call, including the first one. The default is 4.
     *
     * @param max 1 to 100; 1 switches retries off
     */
    public Builder maxAttempts(int max) {
      maxAttempts = Checks.within(max, "maxAttempts", 1, MAX_ATTEMPTS);
      return this;
    }

    /**
     * Sets how long a call waits between attempts. The first wait is random from zero to the base.
     * The upper bound doubles with each further attempt, up to the ceiling. The defaults are 100
     * milliseconds and 10 seconds.
     *
     * @param base zero to one hour
     * @param ceiling the base to one hour
     */
    public Builder backoff(Duration base, Duration ceiling) {
      Checks.within(base, "base", Duration.ZERO, MAX_WAIT);
      this.ceiling = Checks.within(ceiling, "ceiling", base, MAX_WAIT);
      this.base = base;
      return this;
    }

    /**
     * Sets the time after the beginning of a call within which an attempt may begin. The default is
     * 30 seconds. A running attempt is bounded by the time-outs of the library.
     *
     * @param max one millisecond to one day
     */
    public Builder deadline(Duration max) {
      deadline = Checks.within(max, "deadline", Duration.ofMillis(1), MAX_DEADLINE);
      return this;
    }

    /**
     * Bounds the retries of all calls together. In any period, the number of retries is at most
     * this share of the calls plus the reserve. The reserve is full at first, so that a program
     * with few calls can repeat single failures. Each call adds its share of a retry to the
     * reserve.
     *
     * @param share retries per call, 0 to 1; the default is 0.1
     * @param reserve a number of retries, 0 to 1,000,000; the default is 10
     */
    public Builder retryBudget(double share, int reserve) {
      Checks.within(share, "share", 0, 1);
      this.reserve = Checks.within(reserve, "reserve", 0, MAX_RESERVE);
      this.share = share;
      return this;
    }

    /** Limits these operations to one attempt, regardless of the failure. */
    public Builder neverRepeat(Operation operation, Operation... more) {
      neverRepeated.addAll(all(operation, more));
      return this;
    }

    /**
     * Sets the rate of an operation. It replaces the rate that the library declares.
     *
     * @param rate attempts in any interval of one second, 1 to 1,000,000
     */
    public Builder callsPerSecond(Operation operation, int rate) {
      rates.set(
          Checks.present(operation, "operation"),
          Checks.within(rate, "callsPerSecond", 1, Rates.MAX));
      return this;
    }

    /**
     * Sets how many attempts may run at the same time. It replaces the number that the library
     * declares.
     *
     * @param max 1 to 1,000,000
     */
    public Builder callsAtOnce(int max) {
      callsAtOnce = OptionalInt.of(Checks.within(max, "callsAtOnce", 1, MAX_CALLS_AT_ONCE));
      return this;
    }

    /** Removes the rate limits of these operations. */
    public Builder withoutRateLimit(Operation operation, Operation... more) {
      all(operation, more).forEach(rates::remove);
      return this;
    }

    /** Removes the rate limits of all operations. */
    public Builder withoutRateLimits() {
      return withoutRateLimit(Operation.ADD_FACES, Operation.values());
    }

    /**
     * Sets a listener that is notified of each attempt after it has ended. The listener runs on the
     * thread of the call, before the wait for the next attempt. An exception of the listener is
     * passed to the thread's {@link Thread#getUncaughtExceptionHandler()}, and the call continues.
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

    /** Returns the library with this layer. */
    public ResilientFaceLibrary build() {
      Limits limits = library.capabilities().limits();
      Retrier retrier =
          new Retrier(
              new Retrier.Rules(maxAttempts, deadline, Set.copyOf(neverRepeated)),
              rates.limiters(limits.callsPerSecond(), time),
              new CallSlots(callsAtOnce.isPresent() ? callsAtOnce : limits.callsAtOnce(), time),
              new RetryBudget(share, reserve),
              new Backoff(base, ceiling, random),
              new SafeListener(listener),
              time);
      return new ResilientFaceLibrary(
          library, retrier, rates.limitSinglePersonsOnly(limits.callsPerSecond()));
    }

    private static EnumSet<Operation> all(Operation operation, Operation... more) {
      Arrays.asList(Checks.present(more, "operations"))
          .forEach(it -> Checks.present(it, "operations"));
      return EnumSet.of(Checks.present(operation, "operations"), more);
    }
  }
}
