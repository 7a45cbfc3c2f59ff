package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
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
 * Measures the cost of the guard: the same in-memory library with and without it. The person is
 * full, so adds are rejected and the library does not grow. Run with {@code -prof gc} to see the
 * garbage of a call.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@State(Scope.Benchmark)
public class GuardBenchmark {

  /** The library without or with the guard. */
  @Param({"bare", "guarded"})
  public String library = "guarded";

  /** The limits: none, or those of Green, including a pattern for ids. */
  @Param({"plain", "green"})
  public String profile = "plain";

  /** The number of images of an add. */
  @Param({"1", "20"})
  public int batch;

  private static final PersonId PERSON = PersonId.of("person-1");

  private FaceLibrary measured = InMemoryFaceLibrary.builder().open();
  private AddFaces add = AddFaces.of(PERSON, FaceImage.at("https://example.com/face.jpg"));
  private final QueryFaces query = QueryFaces.allOf(PERSON);

  /** Opens the library with one full person. */
  @Setup
  public void open() {
    InMemoryFaceLibrary.Builder builder = InMemoryFaceLibrary.builder().greenLimits();
    FaceLibrary guarded = builder.open();
    if (profile.equals("plain")) {
      guarded = builder.limits(Limits.builder().facesPerPerson(20).build()).open();
    }
    measured =
        library.equals("bare")
            ? (FaceLibrary) guarded.unwrap(FaceArchive.class).orElseThrow()
            : guarded;
    guarded.addPerson(AddPerson.of(PERSON));
    FaceImage image = FaceImage.at("https://example.com/face.jpg");
    guarded.addFaces(AddFaces.of(PERSON, Collections.nCopies(20, image))).orThrow();
    add = AddFaces.of(PERSON, Collections.nCopies(batch, image));
  }

  /** Queries all faces of the person. */
  @Benchmark
  public QueryFacesResult query() {
    return measured.queryFaces(query);
  }

  /** Adds images to the full person. */
  @Benchmark
  public AddFacesResult add() {
    return measured.addFaces(add);
  }
}
