package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.resilience.ResilientFaceLibrary;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the layer for retry and rate limits costs a call that succeeds at once: the same guarded
 * library without it, with it, and with it and a listener. No limiter is in the way: at this speed
 * every rate would make the caller wait; what a free permit costs, {@link PermitBenchmark} says.
 * Run with {@code -prof gc} to see the garbage of a call.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class ResilienceBenchmark {

  /** What is around the library. */
  @Param({"bare", "resilient", "resilient-listener"})
  public String library = "bare";

  private static final PersonId PERSON = PersonId.of("person-1");

  private final QueryFaces query = QueryFaces.allOf(PERSON);
  private FaceLibrary measured = InMemoryFaceLibrary.builder().open();
  private long heard;

  /** Opens the library with its one person, who has twenty faces. */
  @Setup
  public void open() {
    FaceLibrary bare = InMemoryFaceLibrary.builder().open();
    bare.addPerson(AddPerson.of(PERSON));
    FaceImage image = FaceImage.at("https://example.com/face.jpg");
    bare.addFaces(new AddFaces(PERSON, Collections.nCopies(20, image))).orThrow();
    ResilientFaceLibrary.Builder layer = ResilientFaceLibrary.around(bare);
    measured =
        switch (library) {
          case "bare" -> bare;
          case "resilient" -> layer.build();
          case "resilient-listener" -> layer.listener(attempt -> heard++).build();
          default -> throw new IllegalArgumentException(library);
        };
  }

  /** All faces of the person. */
  @Benchmark
  public QueryFacesResult query() {
    return measured.queryFaces(query);
  }
}
