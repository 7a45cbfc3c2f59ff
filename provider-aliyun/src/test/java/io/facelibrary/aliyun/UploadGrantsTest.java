package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.testkit.TestClock;
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

@Timeout(120)
class UploadGrantsTest {
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final TestClock clock = TestClock.at("2026-01-01T00:00:00Z");
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private UploadGrant fresh(Operation during) {
    requests.incrementAndGet();
    return TestGrants.expiringAt(clock.instant().plus(LIFE));
  }

  @Test
  void keepsAGrantUntilAMinuteBeforeItExpires() {
    UploadGrants grants = new UploadGrants(this::fresh, clock);
    UploadGrant first = grants.acquire(Operation.ADD_FACES);

    clock.advance(LIFE.minusSeconds(61));
    UploadGrant kept = grants.acquire(Operation.ADD_FACES);
    clock.advance(Duration.ofSeconds(1));
    UploadGrant renewed = grants.acquire(Operation.SEARCH);

    assertThat(kept).isSameAs(first);
    assertThat(renewed).isNotEqualTo(first);
    assertThat(requests).hasValue(2);
  }

  @Test
  void keepsAShortGrantForHalfOfItsLife() {
    Function<Operation, UploadGrant> brief =
        during -> {
          requests.incrementAndGet();
          return TestGrants.expiringAt(clock.instant().plusSeconds(20));
        };
    UploadGrants grants = new UploadGrants(brief, clock);
    grants.acquire(Operation.ADD_FACES);

    clock.advance(Duration.ofSeconds(9));
    grants.acquire(Operation.ADD_FACES);
    int requestsWithinHalf = requests.get();
    clock.advance(Duration.ofSeconds(1));
    grants.acquire(Operation.ADD_FACES);

    assertThat(requestsWithinHalf).isEqualTo(1);
    assertThat(requests).hasValue(2);
  }

  @Test
  void letsOneOfSixtyFourThreadsRequestAGrant() throws Exception {
    CountDownLatch allStarted = new CountDownLatch(63);
    CountDownLatch respond = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              await(respond);
              return fresh(during);
            },
            clock);

    List<Future<UploadGrant>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(
          threads.submit(
              () -> {
                allStarted.countDown();
                return grants.acquire(Operation.ADD_FACES);
              }));
    }
    await(allStarted);
    respond.countDown();

    HashSet<UploadGrant> grantsSeen = new HashSet<>();
    for (Future<UploadGrant> call : calls) {
      grantsSeen.add(call.get(60, TimeUnit.SECONDS));
    }
    assertThat(grantsSeen).hasSize(1);
    assertThat(requests).hasValue(1);
  }

  @Test
  void letsOthersUseTheUnexpiredGrantWhileOneThreadRenewsIt() throws Exception {
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              if (during == Operation.SEARCH) {
                renewing.countDown();
                await(respond);
              }
              return fresh(during);
            },
            clock);
    UploadGrant first = grants.acquire(Operation.ADD_FACES);
    clock.advance(LIFE.minusSeconds(30));
    Future<UploadGrant> renewal = threads.submit(() -> grants.acquire(Operation.SEARCH));
    await(renewing);

    UploadGrant meanwhile = grants.acquire(Operation.ADD_FACES);
    respond.countDown();

    assertThat(meanwhile).isSameAs(first);
    assertThat(renewal.get(60, TimeUnit.SECONDS)).isNotEqualTo(first);
  }

  @Test
  void throwsTheFailureOfTheServiceAndRequestsAgainNextTime() {
    FaceLibraryException failure =
        FaceLibraryException.of(ErrorKind.THROTTLED, Effect.NONE, "too many");
    UploadGrants grants =
        new UploadGrants(
            during -> {
              if (requests.getAndIncrement() == 0) {
                throw failure;
              }
              return TestGrants.expiringAt(clock.instant().plus(LIFE));
            },
            clock);

    assertThatThrownBy(() -> grants.acquire(Operation.ADD_FACES)).isSameAs(failure);

    assertThat(grants.acquire(Operation.ADD_FACES)).isNotNull();
    assertThat(requests).hasValue(2);
  }

  @Test
  void throwsTheFailureInAllThreadsThatWaitedForIt() throws Exception {
    FaceLibraryException failure =
        FaceLibraryException.of(ErrorKind.PERMISSION_DENIED, Effect.NONE, "no");
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              renewing.countDown();
              await(respond);
              throw failure;
            },
            clock);
    Future<Throwable> leader = threads.submit(() -> failure(grants));
    await(renewing);
    Future<Throwable> follower = threads.submit(() -> failure(grants));

    respond.countDown();

    assertThat(leader.get(60, TimeUnit.SECONDS)).isSameAs(failure);
    assertThat(follower.get(60, TimeUnit.SECONDS)).isSameAs(failure);
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() throws Exception {
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch respond = new CountDownLatch(1);
    UploadGrants grants =
        new UploadGrants(
            during -> {
              renewing.countDown();
              await(respond);
              return fresh(during);
            },
            clock);
    Future<UploadGrant> leader = threads.submit(() -> grants.acquire(Operation.ADD_FACES));
    await(renewing);

    Thread.currentThread().interrupt();
    FaceLibraryException failed =
        catchThrowableOfType(FaceLibraryException.class, () -> grants.acquire(Operation.ADD_FACES));
    boolean flag = Thread.interrupted();
    respond.countDown();

    assertThat(flag).isTrue();
    assertThat(failed.kind()).isEqualTo(ErrorKind.INTERRUPTED);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    assertThat(leader.get(60, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void refusesAGrantThatHasExpiredWhenItArrives() {
    UploadGrants grants = new UploadGrants(during -> TestGrants.expiringAt(clock.instant()), clock);

    FaceLibraryException failed =
        catchThrowableOfType(FaceLibraryException.class, () -> grants.acquire(Operation.ADD_FACES));

    assertThat(failed.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failed.effect()).isEqualTo(Effect.NONE);
    assertThat(failed).hasMessageContaining("have expired by this machine's clock");
  }

  @Test
  void discardsTheRefusedGrantAndNoOther() {
    UploadGrants grants = new UploadGrants(this::fresh, clock);
    UploadGrant first = grants.acquire(Operation.ADD_FACES);

    grants.discard(first);
    clock.advance(Duration.ofSeconds(1));
    UploadGrant second = grants.acquire(Operation.ADD_FACES);
    grants.discard(first);
    UploadGrant third = grants.acquire(Operation.ADD_FACES);

    assertThat(second).isNotEqualTo(first);
    assertThat(third).isSameAs(second);
  }

  private static Throwable failure(UploadGrants grants) {
    try {
      grants.acquire(Operation.ADD_FACES);
      throw new AssertionError("nothing failed");
    } catch (FaceLibraryException e) {
      return e;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
