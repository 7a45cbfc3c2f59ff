package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures operations on persons of a guarded in-memory library, in operations per second. All
 * threads share the library, and each thread has its own person. Run with {@code -t 1}, {@code -t
 * 2} and {@code -t 8}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OnePersonBenchmark {

  /** The library that all threads share. */
  @State(Scope.Benchmark)
  public static class Shared {
    private final FaceLibrary library = InMemoryFaceLibrary.builder().open();
    private final AtomicInteger persons = new AtomicInteger();
  }

  /** The person of one thread. */
  @State(Scope.Thread)
  public static class Own {
    /** The number of faces of the person. */
    @Param({"1", "20"})
    public int faces;

    private final FaceImage image = FaceImage.at("https://example.com/face.jpg");
    private final Deque<FaceId> held = new ArrayDeque<>();
    private PersonId person = PersonId.of("nobody");
    private QueryFaces allFaces = QueryFaces.allOf(person);
    private AddFaces oneMore = AddFaces.of(person, image);

    /** Adds the person with its faces. */
    @Setup
    public void addPerson(Shared shared) {
      person = PersonId.of("person-" + shared.persons.incrementAndGet());
      allFaces = QueryFaces.allOf(person);
      oneMore = AddFaces.of(person, image);
      shared.library.addPerson(AddPerson.of(person));
      List<FaceImage> images = Collections.nCopies(faces, image);
      held.addAll(shared.library.addFaces(AddFaces.of(person, images)).orThrow());
    }
  }

  /** Queries all faces of the person. */
  @Benchmark
  public QueryFacesResult query(Shared shared, Own own) {
    return shared.library.queryFaces(own.allFaces);
  }

  /** Queries one face by its id. The request is built each time. */
  @Benchmark
  public QueryFacesResult queryOne(Shared shared, Own own) {
    return shared.library.queryFaces(QueryFaces.of(own.person, own.held.getFirst()));
  }

  /**
   * Adds a face and deletes the oldest, so that the number of faces stays the same. These are two
   * operations, including building the requests and reading the results.
   */
  @Benchmark
  @OperationsPerInvocation(2)
  public DeleteFacesResult addAndDelete(Shared shared, Own own) {
    own.held.addLast(shared.library.addFaces(own.oneMore).added().get(0));
    return shared.library.deleteFaces(DeleteFaces.of(own.person, own.held.removeFirst()));
  }

  /** Deletes a face that does not exist. */
  @Benchmark
  public DeleteFacesResult deleteAbsent(Shared shared, Own own) {
    return shared.library.deleteFaces(DeleteFaces.of(own.person, ABSENT));
  }

  private static final FaceId ABSENT = FaceId.of("12345678901234567");
}
