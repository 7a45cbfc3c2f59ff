package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The promises of a rate limiter to many callers, simulated in virtual time. */
class RateLimiterPropertyTest {
  private static final long SECOND = 1_000_000_000L;

  @Property(tries = 300)
  void neverGivesMoreThanTheRateInAnySecond(
      @ForAll @IntRange(min = 1, max = 50) int rate,
      @ForAll @IntRange(min = 1, max = 200) int callers,
      @ForAll long seed) {
    Simulation simulation = new Simulation(rate, seed);
    simulation.latestWake = SECOND / 2;
    simulation.givesUp = 0.1;

    List<Long> permits = simulation.run(callers, 20 * SECOND);

    assertThat(maxInASecond(permits)).isLessThanOrEqualTo(rate);
  }

  @Property(tries = 50)
  void givesTheWholeRateOverAMinuteUnderConstantDemand(
      @ForAll @IntRange(min = 1, max = 50) int rate,
      @ForAll @IntRange(min = 51, max = 300) int callers,
      @ForAll long seed) {
    List<Long> permits = new Simulation(rate, seed).run(callers, 60 * SECOND);

    assertThat(permits).hasSize(60 * rate);
    assertThat(maxInASecond(permits)).isEqualTo(rate);
  }

  @Property(tries = 100)
  void givesPermitsInTheOrderOfArrival(
      @ForAll @IntRange(min = 1, max = 20) int rate, @ForAll long seed) {
    VirtualTime time = new VirtualTime();
    RateLimiter limiter = new RateLimiter(rate, time);
    Random random = new Random(seed);
    PriorityQueue<Caller> waiting = new PriorityQueue<>(byTime());
    long arrival = 0;
    for (int i = 0; i < 100; i++) {
      arrival += random.nextInt(100_000_000);
      waiting.add(new Caller(i, arrival, -1));
    }

    List<Integer> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Caller caller = waiting.remove();
      time.set(caller.at);
      long place = caller.place < 0 ? limiter.join() : caller.place;
      long wait = limiter.tryAcquire(place);
      if (wait == 0) {
        order.add(caller.number);
      } else {
        waiting.add(new Caller(caller.number, caller.at + wait, place));
      }
    }

    assertThat(order).isSorted().hasSize(100);
  }

  /** The figures in docs/performance.md. */
  @Example
  void givesTwentyPermitsPerSecondOverAMinuteAlthoughThreadsWakeLate() {
    Simulation simulation = new Simulation(20, 1);
    simulation.latestWake = 1_000_000;

    List<Long> permits = simulation.run(100, 60 * SECOND);

    assertThat(permits).hasSizeBetween(1188, 1200);
    assertThat(maxInASecond(permits)).isEqualTo(20);
  }

  private static int maxInASecond(List<Long> permits) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < permits.size(); to++) {
      while (permits.get(to) - permits.get(from) >= SECOND) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private static Comparator<Caller> byTime() {
    return Comparator.comparingLong(Caller::at).thenComparingInt(Caller::number);
  }

  /** A caller that arrives or wakes at a time, with a place in the queue or -1. */
  private record Caller(int number, long at, long place) {}

  /** Simulates callers that ask again as soon as they have a permit. */
  private static final class Simulation {
    private final VirtualTime time = new VirtualTime();
    private final RateLimiter limiter;
    private final Random random;
    private long latestWake;
    private double givesUp;

    Simulation(int rate, long seed) {
      limiter = new RateLimiter(rate, time);
      random = new Random(seed);
    }

    List<Long> run(int callers, long end) {
      PriorityQueue<Caller> waiting = new PriorityQueue<>(byTime());
      for (int i = 0; i < callers; i++) {
        waiting.add(new Caller(i, 0, -1));
      }
      List<Long> permits = new ArrayList<>();
      while (waiting.peek().at() < end) {
        waiting.add(step(waiting.remove(), permits));
      }
      return permits;
    }

    private Caller step(Caller caller, List<Long> permits) {
      time.set(caller.at);
      if (caller.place >= 0 && random.nextDouble() < givesUp) {
        limiter.leave(caller.place);
        return new Caller(caller.number, caller.at + random.nextInt(1_000_000_000), -1);
      }
      long place = caller.place < 0 ? limiter.join() : caller.place;
      long wait = limiter.tryAcquire(place);
      if (wait == 0) {
        permits.add(caller.at);
        return new Caller(caller.number, caller.at, -1);
      }
      long late = latestWake == 0 ? 0 : random.nextLong(latestWake);
      return new Caller(caller.number, caller.at + wait + late, place);
    }
  }
}
