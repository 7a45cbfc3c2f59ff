package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Call;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many threads share one rate over a minute of virtual time. */
class ManyCallersTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final int CALLERS = 50;

  private final SharedTime time = new SharedTime(CALLERS);
  private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();

  /** Records when calls begin. Declares 20 calls per second, like Green. */
  private final class Clocked extends ForwardingFaceLibrary {
    Clocked() {
      super(InMemoryFaceLibrary.builder().limits(twentyPerSecond()).open());
    }

    @Override
    protected <T> T around(Call<T> call) {
      begun.add(time.nanos());
      return super.around(call);
    }
  }

  @Test
  void shareTheDeclaredRateWithoutBurstsOrUnusedPermits() throws InterruptedException {
    FaceLibrary library = ResilientFaceLibrary.around(new Clocked()).time(time).build();

    callUntil(MINUTE, () -> library.findPerson(Calls.GRACE));

    List<Long> minute = begun.stream().filter(at -> at < MINUTE).sorted().toList();
    assertThat(minute).hasSizeBetween(1188, 1200);
    for (int i = 20; i < minute.size(); i++) {
      assertThat(minute.get(i) - minute.get(i - 20)).isGreaterThanOrEqualTo(SECOND);
    }
  }

  @Test
  void shareTheRateIfAttemptsFail() throws InterruptedException {
    AtomicInteger responses = new AtomicInteger();
    FaceLibrary failing =
        new ForwardingFaceLibrary(new Clocked()) {
          @Override
          protected <T> T around(Call<T> call) {
            // Every seventh response is lost, but the service has counted the call.
            T result = call.proceed();
            if (responses.incrementAndGet() % 7 == 0) {
              throw Calls.unavailable(call.operation());
            }
            return result;
          }
        };
    FaceLibrary library =
        ResilientFaceLibrary.around(failing)
            .time(time)
            .maxAttempts(100)
            .deadline(Duration.ofHours(1))
            .random(() -> 0.5)
            .retryBudget(1, 1000)
            .build();

    callUntil(MINUTE, () -> library.findPerson(Calls.GRACE));

    List<Long> minute = begun.stream().filter(at -> at < MINUTE).sorted().toList();
    assertThat(minute).hasSizeBetween(1188, 1200);
    for (int i = 20; i < minute.size(); i++) {
      assertThat(minute.get(i) - minute.get(i - 20)).isGreaterThanOrEqualTo(SECOND);
    }
  }

  private void callUntil(long end, Runnable call) throws InterruptedException {
    List<Throwable> errors = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (time.nanos() < end) {
                    call.run();
                  }
                } finally {
                  time.leave();
                }
              });
      thread.setUncaughtExceptionHandler(
          (of, error) -> {
            synchronized (errors) {
              errors.add(error);
            }
          });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(errors).isEmpty();
  }

  private static Limits twentyPerSecond() {
    return Limits.builder().callsPerSecond(Map.of(Operation.FIND_PERSON, 20)).build();
  }
}
