package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures adds alone and deletes alone: each call adds or deletes all faces of one of a thousand
 * new persons. The unit is calls per second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class BatchBenchmark {
  private static final int PERSONS = 1_000;

  /** The number of faces of each person. */
  @Param({"1", "20"})
  public int faces;

  private final FaceImage image = FaceImage.at("https://example.com/face.jpg");
  private FaceLibrary library = InMemoryFaceLibrary.builder().open();
  private List<AddFaces> adds = List.of();
  private List<DeleteFaces> deletes = List.of();

  /** Creates a library of persons with faces to delete, and as many persons without faces. */
  @Setup(Level.Invocation)
  public void fill() {
    library = InMemoryFaceLibrary.builder().open();
    adds = new ArrayList<>(PERSONS);
    deletes = new ArrayList<>(PERSONS);
    List<FaceImage> images = Collections.nCopies(faces, image);
    for (int i = 0; i < PERSONS; i++) {
      PersonId empty = PersonId.of("empty-" + i);
      library.addPerson(AddPerson.of(empty));
      adds.add(AddFaces.of(empty, images));
      PersonId full = PersonId.of("full-" + i);
      library.addPerson(AddPerson.of(full));
      deletes.add(DeleteFaces.of(full, library.addFaces(AddFaces.of(full, images)).orThrow()));
    }
  }

  /** Adds all faces of each person without faces. */
  @Benchmark
  @OperationsPerInvocation(PERSONS)
  public void add(Blackhole results) {
    for (AddFaces add : adds) {
      AddFacesResult result = library.addFaces(add);
      results.consume(result);
    }
  }

  /** Deletes all faces of each person with faces. */
  @Benchmark
  @OperationsPerInvocation(PERSONS)
  public void delete(Blackhole results) {
    for (DeleteFaces delete : deletes) {
      DeleteFacesResult result = library.deleteFaces(delete);
      results.consume(result);
    }
  }
}
