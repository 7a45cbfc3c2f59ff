package io.facelibrary.benchmarks;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Measures how long it takes to find a provider by name and open a library. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DiscoveryBenchmark {

  /** In a warm process. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  @Fork(2)
  public FaceLibrary open() {
    return FaceLibraries.open("inmemory", Map.of());
  }

  /** In a new process, including class loading. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(10)
  public FaceLibrary openFirst() {
    return FaceLibraries.open("inmemory", Map.of());
  }
}
