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
 * Measures the cost of the layer for retries and rate limits, for a call that succeeds immediately.
 * The same guarded library is called without the layer, with it, and with it and a listener. There
 * is no rate limit, because every rate would make the caller wait at this speed. {@link
 * PermitBenchmark} measures the cost of a permit. Run with {@code -prof gc} to see the garbage of a
 * call.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class ResilienceBenchmark {

  /** The layer around the library. */
  @Param({"bare", "resilient", "resilient-listener"})
  public String library = "bare";

  private static final PersonId PERSON = PersonId.of("person-1");

  private final QueryFaces query = QueryFaces.allOf(PERSON);
  private FaceLibrary measured = InMemoryFaceLibrary.builder().open();
  private long attempts;

  /** Opens the library with one person with twenty faces. */
  @Setup
  public void open() {
    FaceLibrary bare = InMemoryFaceLibrary.builder().open();
    bare.addPerson(AddPerson.of(PERSON));
    FaceImage image = FaceImage.at("https://example.com/face.jpg");
    bare.addFaces(AddFaces.of(PERSON, Collections.nCopies(20, image))).orThrow();
    ResilientFaceLibrary.Builder layer = ResilientFaceLibrary.around(bare);
    measured =
        switch (library) {
          case "bare" -> bare;
          case "resilient" -> layer.build();
          case "resilient-listener" -> layer.listener(attempt -> attempts++).build();
          default -> throw new IllegalArgumentException(library);
        };
  }

  /** Queries all faces of the person. */
  @Benchmark
  public QueryFacesResult query() {
    return measured.queryFaces(query);
  }
}
