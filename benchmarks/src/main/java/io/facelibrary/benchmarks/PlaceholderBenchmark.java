package io.facelibrary.benchmarks;

import io.facelibrary.inmemory.InMemory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Stands where the measurements will. */
@State(Scope.Benchmark)
public class PlaceholderBenchmark {
  @Param({"1", "20"})
  int number;

  @Benchmark
  public int fourTimes() {
    return InMemory.fourTimes(number);
  }
}
