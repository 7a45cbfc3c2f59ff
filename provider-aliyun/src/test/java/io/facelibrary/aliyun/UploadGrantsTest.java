package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UploadGrantsTest {
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final MutableClock clock = new MutableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private UploadGrant fresh(Operation during) {
    asked.incrementAndGet();
    return Grants.until(clock.instant().plus(LIFE));
  }

  @Test
  void keepsAGrantUntilAMinuteBeforeItEnds() {
    UploadGrants grants = new UploadGrants(this::fresh, clock);
    UploadGrant first = grants.current(Operation.ADD_FACES);

    clock.forward(LIFE.minusSeconds(61));
    UploadGrant kept = grants.current(Operation.ADD_FACES);
    clock.forward(Duration.ofSeconds(1));
    UploadGrant renewed = grants.current(Operation.SEARCH);

    assertThat(kept).isSameAs(first);
    assertThat(renewed).isNotEqualTo(first);
    assertThat(asked).hasValue(2);
  }

  @Test
  void keepsAShortGrantForHalfOfItsLife() {
    Function<Operation, UploadGrant> brief =
        during -> {
          asked.incrementAndGet();
          return Grants.until(clock.instant().plusSeconds(20));
        };
    UploadGrants grants = new UploadGrants(brief, clock);
    grants.current(Operation.ADD_FACES);

    clock.forward(Duration.ofSeconds(9));
    grants.current(Operation.ADD_FACES);
    int askedWithinHalf = asked.get();
    clock.forward(Duration.ofSeconds(1));
    grants.current(Operation.ADD_FACES);

    assertThat(askedWithinHalf).isEqualTo(1);
    assertThat(asked).hasValue(2);
  }

  @Test
  void letsOneOfSixtyFourThreadsRenew() throws Exception {
    CountDownLatch allAsked = new CountDownLatch(63);
    CountDownLatch answer = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              await(answer);
              return fresh(during);
            },
            clock);

    List<Future<UploadGrant>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(
          threads.submit(
              () -> {
                allAsked.countDown();
                return grants.current(Operation.ADD_FACES);
              }));
    }
    await(allAsked);
    answer.countDown();

    HashSet<UploadGrant> given = new HashSet<>();
    for (Future<UploadGrant> call : calls) {
      given.add(call.get(10, TimeUnit.SECONDS));
    }
    assertThat(given).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void letsOthersGoOnWithAGrantThatHasNotEndedWhileOneRenewsIt() throws Exception {
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              if (during == Operation.SEARCH) {
                renewing.countDown();
                await(answer);
              }
              return fresh(during);
            },
            clock);
    UploadGrant first = grants.current(Operation.ADD_FACES);
    clock.forward(LIFE.minusSeconds(30));
    Future<UploadGrant> renewal = threads.submit(() -> grants.current(Operation.SEARCH));
    await(renewing);

    UploadGrant meanwhile = grants.current(Operation.ADD_FACES);
    answer.countDown();

    assertThat(meanwhile).isSameAs(first);
    assertThat(renewal.get(10, TimeUnit.SECONDS)).isNotEqualTo(first);
  }

  @Test
  void handsOutTheServicesRefusalAsItIsAndAsksAgainNextTime() {
    FaceLibraryException refusal =
        FaceLibraryException.of(ErrorKind.THROTTLED, Effect.NONE, "too many");
    UploadGrants grants =
        new UploadGrants(
            during -> {
              if (asked.getAndIncrement() == 0) {
                throw refusal;
              }
              return Grants.until(clock.instant().plus(LIFE));
            },
            clock);

    assertThatThrownBy(() -> grants.current(Operation.ADD_FACES)).isSameAs(refusal);

    assertThat(grants.current(Operation.ADD_FACES)).isNotNull();
    assertThat(asked).hasValue(2);
  }

  @Test
  void givesTheRefusalToThoseWhoWaitedForIt() throws Exception {
    FaceLibraryException refusal =
        FaceLibraryException.of(ErrorKind.PERMISSION_DENIED, Effect.NONE, "no");
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              renewing.countDown();
              await(answer);
              throw refusal;
            },
            clock);
    Future<Throwable> leader = threads.submit(() -> failure(grants));
    await(renewing);
    Future<Throwable> follower = threads.submit(() -> failure(grants));

    answer.countDown();

    assertThat(leader.get(10, TimeUnit.SECONDS)).isSameAs(refusal);
    assertThat(follower.get(10, TimeUnit.SECONDS)).isSameAs(refusal);
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() throws Exception {
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              renewing.countDown();
              await(answer);
              return fresh(during);
            },
            clock);
    Future<UploadGrant> leader = threads.submit(() -> grants.current(Operation.ADD_FACES));
    await(renewing);

    Thread.currentThread().interrupt();
    FaceLibraryException failed =
        catchThrowableOfType(FaceLibraryException.class, () -> grants.current(Operation.ADD_FACES));
    boolean flag = Thread.interrupted();
    answer.countDown();

    assertThat(flag).isTrue();
    assertThat(failed.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    assertThat(leader.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void refusesAGrantThatHasEndedWhenItComes() {
    UploadGrants grants = new UploadGrants(during -> Grants.until(clock.instant()), clock);

    FaceLibraryException failed =
        catchThrowableOfType(FaceLibraryException.class, () -> grants.current(Operation.ADD_FACES));

    assertThat(failed.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    assertThat(failed).hasMessageContaining("ended already by this machine's clock");
  }

  @Test
  void forgetsTheGrantThatWasRefusedAndNoOther() {
    UploadGrants grants = new UploadGrants(this::fresh, clock);
    UploadGrant first = grants.current(Operation.ADD_FACES);

    grants.drop(first);
    clock.forward(Duration.ofSeconds(1));
    UploadGrant second = grants.current(Operation.ADD_FACES);
    grants.drop(first);
    UploadGrant third = grants.current(Operation.ADD_FACES);

    assertThat(second).isNotEqualTo(first);
    assertThat(third).isSameAs(second);
  }

  private static Throwable failure(UploadGrants grants) {
    try {
      grants.current(Operation.ADD_FACES);
      throw new AssertionError("nothing failed");
    } catch (FaceLibraryException e) {
      return e;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
