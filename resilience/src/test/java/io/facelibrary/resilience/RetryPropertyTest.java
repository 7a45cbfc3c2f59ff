package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The bounds of retries, for any settings and failures. */
class RetryPropertyTest {
  private static final Operation FIND = Operation.FIND_PERSON;

  @Property
  void drawsFromZeroToTheBoundOfTheAttempt(
      @ForAll @LongRange(max = 3_600_000_000_000L) long base,
      @ForAll @LongRange(max = 3_600_000_000_000L) long more,
      @ForAll @IntRange(min = 1, max = 100) int attempt,
      @ForAll @DoubleRange(max = 0.99) double drawn) {
    long ceiling = Math.min(base + more, 3_600_000_000_000L);
    double most = Math.min((double) ceiling, base * Math.pow(2, attempt - 1));

    long wait = backoff(base, ceiling, drawn).after(attempt);

    assertThat(wait).isBetween(0L, (long) most);
    assertThat((double) wait).isBetween(drawn * most - 1, drawn * (most + 1));
  }

  @Property(tries = 50)
  void drawsTheWholeRangeEvenly(
      @ForAll @IntRange(min = 1, max = 5) int attempt, @ForAll long seed) {
    Random random = new Random(seed);
    Backoff backoff =
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), random::nextDouble);
    long most = 100_000_000L << (attempt - 1);

    int[] quarters = new int[4];
    for (int i = 0; i < 4000; i++) {
      quarters[(int) (backoff.after(attempt) * 4 / (most + 1))]++;
    }

    for (int quarter : quarters) {
      assertThat(quarter).isBetween(850, 1150);
    }
  }

  @Property(tries = 300)
  void beginsNoAttemptAfterTheDeadline(
      @ForAll @LongRange(min = 1, max = 60_000) long deadline,
      @ForAll @LongRange(max = 10_000) long base,
      @ForAll @LongRange(max = 5_000) long each,
      @ForAll @LongRange(max = 2_000) long oversleep,
      @ForAll @Size(max = 8) List<@LongRange(max = 20_000) Long> retryAfters,
      @ForAll @IntRange(max = 3) int rate,
      @ForAll long seed) {
    VirtualTime time = new VirtualTime().oversleepingBy(Duration.ofMillis(oversleep));
    ScriptedLibrary library = new ScriptedLibrary(time).taking(Duration.ofMillis(each));
    ResilientFaceLibrary.Builder layer =
        ResilientFaceLibrary.around(library)
            .time(time)
            .random(new Random(seed)::nextDouble)
            .deadline(Duration.ofMillis(deadline))
            .backoff(Duration.ofMillis(base), Duration.ofMillis(base + 20_000))
            .maxAttempts(100)
            .retryBudget(1, 1000);
    if (rate > 0) {
      layer.callsPerSecond(FIND, rate);
    }
    ResilientFaceLibrary resilient = layer.build();

    for (int call = 0; call < 5; call++) {
      Duration start = time.now();
      int before = library.begun.size();
      for (long retryAfter : retryAfters) {
        library.thenFail(asksFor(Duration.ofMillis(retryAfter)));
      }
      library.alwaysFail(() -> Calls.failure(FIND, ErrorKind.INTERNAL, Effect.NONE));

      Calls.thrownBy(resilient, FIND);

      List<Duration> begun = library.begun.subList(before, library.begun.size());
      assertThat(begun).allMatch(at -> at.minus(start).toMillis() <= deadline);
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void neverRepeatsMoreThanTheBudget(
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll @IntRange(max = 20) int reserve,
      @ForAll @DoubleRange(max = 1) double failing,
      @ForAll long seed) {
    Random random = new Random(seed);
    VirtualTime time = new VirtualTime();
    ScriptedLibrary library = new ScriptedLibrary(time);
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(library)
            .time(time)
            .maxAttempts(10)
            .retryBudget(share, reserve)
            .build();
    library.failAtRandom(random, failing, () -> Calls.unavailable(FIND));

    int calls = 200;
    int[] attempts = new int[calls + 1];
    for (int call = 1; call <= calls; call++) {
      Calls.thrownBy(layer, FIND);
      attempts[call] = library.begun.size();
    }

    double mostBeyondTheShare = 0;
    for (int from = 0; from < calls; from++) {
      for (int to = from + 1; to <= calls; to++) {
        int made = to - from;
        int retries = attempts[to] - attempts[from] - made;
        mostBeyondTheShare = Math.max(mostBeyondTheShare, retries - share * made);
      }
    }
    assertThat(mostBeyondTheShare).isLessThanOrEqualTo(reserve + 1e-9);
  }

  private static Backoff backoff(long base, long ceiling, double drawn) {
    return new Backoff(Duration.ofNanos(base), Duration.ofNanos(ceiling), () -> drawn);
  }

  private static FaceLibraryException asksFor(Duration retryAfter) {
    return FaceLibraryException.builder(ErrorKind.THROTTLED, Effect.NONE, "too many calls")
        .retryAfter(retryAfter)
        .build();
  }
}
