package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures exact search among embeddings of 128 values, compared with reading as much memory with
 * as many threads, and the heap of the faces. There are five faces per person, one group of all
 * faces, and one of ten thousand.
 */
public final class SearchInMemory {
  private static final int FACES_PER_PERSON = 5;
  private static final int SMALL = 10_000;
  private static final int WARM_UP = 20;
  private static final int QUERIES = 60;
  private static final GroupId ALL = GroupId.of("all");
  private static final GroupId FEW = GroupId.of("few");

  private SearchInMemory() {}

  /**
   * Measures.
   *
   * @param args the number of faces (1000000); needs {@code -Xmx} of 2 GB per million
   */
  public static void main(String[] args) {
    int faces = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    PrintStream out = System.out;
    long before = SearchFigures.used();
    RandomEncoder encoder = new RandomEncoder();
    FaceLibrary library = InMemoryFaceLibrary.builder().encoder(encoder).open();
    long begin = System.nanoTime();
    fill(library, faces);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double raw = (double) faces * RandomEncoder.DIMENSIONS * Float.BYTES;
    out.printf(
        Locale.ROOT,
        "%,d faces added in %.1f s; heap %.2f of the raw embeddings, including persons and ids%n",
        faces,
        seconds,
        (SearchFigures.used() - before) / raw);
    double[] reading = new double[QUERIES];
    double[] searching = new double[QUERIES];
    double[] few = new double[QUERIES];
    float[][] memory = new float[faces / 64][64 * RandomEncoder.DIMENSIONS];
    double sum = 0;
    for (int i = -WARM_UP; i < QUERIES; i++) {
      int at = Math.max(i, 0);
      long start = System.nanoTime();
      sum +=
          IntStream.range(0, memory.length)
              .parallel()
              .mapToDouble(b -> SearchFigures.sum(memory[b]))
              .sum();
      reading[at] = (System.nanoTime() - start) / 1e6;
      searching[at] = SearchFigures.search(library, ALL);
      few[at] = SearchFigures.search(library, FEW);
    }
    double bandwidth = SearchFigures.median(reading);
    SearchFigures.print(out, "reading the same amount of memory (" + sum + ")", reading);
    SearchFigures.print(out, "search among all", searching);
    SearchFigures.print(out, "search among " + SMALL, few);
    out.printf(
        Locale.ROOT, "share of the bandwidth: %.2f%n", bandwidth / SearchFigures.median(searching));
    library.close();
  }

  private static void fill(FaceLibrary library, int faces) {
    FaceImage image = RandomEncoder.IMAGE;
    List<FaceImage> images = Collections.nCopies(FACES_PER_PERSON, image);
    for (int i = 0; i < faces / FACES_PER_PERSON; i++) {
      PersonId person = PersonId.of("p" + i);
      library.addPerson(AddPerson.of(person, i < SMALL / FACES_PER_PERSON ? FEW : ALL));
      library.addFaces(AddFaces.of(person, images)).orThrow();
    }
  }
}
