package io.facelibrary.resilience;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Fault;
import io.facelibrary.testkit.FaultyFaceLibrary;
import io.facelibrary.testkit.Harness;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The contract, with a library that fails every third call, and with rate limits. */
class FailingLibraryContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return FailingLibraryContractTest::open;
  }

  private static FaceLibrary open() {
    FaultyFaceLibrary faulty =
        FaultyFaceLibrary.over(InMemoryFaceLibrary.builder().open())
            .failShare(1 / 3.0, 42, Fault.before(ErrorKind.UNAVAILABLE));
    ResilientFaceLibrary.Builder layer =
        ResilientFaceLibrary.around(FaceLibraries.guard("faulty", faulty))
            .maxAttempts(100)
            .retryBudget(1, 1_000_000)
            // Each thread advances the clock of all threads.
            .deadline(Duration.ofDays(1))
            .time(new SleeplessTime());
    for (Operation operation : Operation.values()) {
      layer.callsPerSecond(operation, 100);
    }
    return layer.build();
  }

  /** Virtual time for many threads. A sleep advances it and returns immediately. */
  private static final class SleeplessTime implements Time {
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
      return now.get();
    }

    @Override
    public void sleep(long nanos) {
      now.addAndGet(nanos);
    }
  }
}
