package io.facelibrary.inmemory;

import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import io.facelibrary.testkit.TestClock;
import java.time.Duration;

/** The contract, on a library with Green's limits and both of its time rules. */
class GreenProfileContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    TestClock clock = TestClock.at("2026-11-24T12:00:00Z");
    return new Harness() {
      @Override
      public FaceLibrary open() {
        return InMemoryFaceLibrary.builder()
            .greenLimits()
            .nextDayGroups()
            .yearlyClearing()
            .clock(clock)
            .open();
      }

      @Override
      public void waitForSearch(Duration searchDelay) {
        clock.advance(searchDelay);
      }
    };
  }
}
