package io.facelibrary.benchmarks;

import io.facelibrary.FaceLibrary;
import io.facelibrary.Operation;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.resilience.ResilientFaceLibrary;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the cost of a permit that is available. A figure is the time of 10,000 calls. Each batch
 * has a new layer with a million permits, so that no call waits.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 300, batchSize = PermitBenchmark.BATCH)
@Measurement(iterations = 300, batchSize = PermitBenchmark.BATCH)
@Fork(3)
@State(Scope.Benchmark)
public class PermitBenchmark {
  static final int BATCH = 10_000;

  /** Whether the operation has a rate limit. */
  @Param({"unlimited", "limited"})
  public String rate = "unlimited";

  private static final PersonId PERSON = PersonId.of("nobody");

  private final FaceLibrary bare = InMemoryFaceLibrary.builder().open();
  private FaceLibrary measured = bare;

  /** Wraps the library in a new layer. */
  @Setup(Level.Iteration)
  public void wrap() {
    ResilientFaceLibrary.Builder layer = ResilientFaceLibrary.around(bare);
    if (rate.equals("limited")) {
      layer.callsPerSecond(Operation.FIND_PERSON, 1_000_000);
    }
    measured = layer.build();
  }

  /** Looks up a person that does not exist, the cheapest call. */
  @Benchmark
  public Optional<Person> find() {
    return measured.findPerson(PERSON);
  }
}
