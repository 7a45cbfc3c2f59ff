package io.facelibrary.benchmarks;

import io.facelibrary.AddPerson;
import io.facelibrary.ArchivedFace;
import io.facelibrary.EncodedFace;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.embedded.EmbeddedFaceLibrary;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures a library on disk: adding faces with embeddings of 128 values, opening the library
 * again, and searching it. There are five faces per person, one group of all faces, and one of ten
 * thousand.
 */
public final class SearchEmbedded {
  private static final int FACES_PER_PERSON = 5;
  private static final int SMALL = 10_000;
  private static final int CALLERS = 16;
  private static final int WARM_UP = 20;
  private static final int QUERIES = 60;
  private static final GroupId ALL = GroupId.of("all");
  private static final GroupId FEW = GroupId.of("few");

  private SearchEmbedded() {}

  /**
   * Measures.
   *
   * @param args an empty folder, and the number of faces (1000000)
   */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    int faces = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    PrintStream out = System.out;
    long start = System.nanoTime();
    try (FaceLibrary library = open(folder)) {
      fill(library, faces / FACES_PER_PERSON);
    }
    out.printf(Locale.ROOT, "%,d faces added and library closed: %.1f s%n", faces, seconds(start));
    start = System.nanoTime();
    try (FaceLibrary library = open(folder)) {
      out.printf(Locale.ROOT, "opened again: %.2f s%n", seconds(start));
      start = System.nanoTime();
      SearchFigures.search(library, ALL);
      out.printf(Locale.ROOT, "first search: %.0f ms%n", 1e3 * seconds(start));
      out.printf(
          Locale.ROOT,
          "heap of the whole program: %.0f MB%n",
          SearchFigures.used() / (double) (1 << 20));
      double[] all = new double[QUERIES];
      double[] few = new double[QUERIES];
      for (int i = -WARM_UP; i < QUERIES; i++) {
        int at = Math.max(i, 0);
        all[at] = SearchFigures.search(library, ALL);
        few[at] = SearchFigures.search(library, FEW);
      }
      SearchFigures.print(out, "search among all", all);
      SearchFigures.print(out, "search among " + SMALL, few);
    }
  }

  private static FaceLibrary open(Path folder) {
    return EmbeddedFaceLibrary.builder(folder).encoder(new RandomEncoder()).open();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void fill(FaceLibrary library, int persons) throws InterruptedException {
    FaceArchive archive = library.unwrap(FaceArchive.class).orElseThrow();
    AtomicInteger next = new AtomicInteger();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Thread caller = new Thread(() -> fill(library, archive, next, persons));
      callers.add(caller);
      caller.start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private static void fill(
      FaceLibrary library, FaceArchive archive, AtomicInteger next, int persons) {
    RandomEncoder encoder = new RandomEncoder();
    int number = next.getAndIncrement();
    while (number < persons) {
      PersonId person = PersonId.of("p" + number);
      library.addPerson(AddPerson.of(person, number < SMALL / FACES_PER_PERSON ? FEW : ALL));
      List<ArchivedFace> faces = new ArrayList<>(FACES_PER_PERSON);
      for (int i = 0; i < FACES_PER_PERSON; i++) {
        EncodedFace encoded = encoder.encodeOne(RandomEncoder.IMAGE).orThrow().get(0);
        faces.add(ArchivedFace.of(encoded.embedding()));
      }
      archive.addArchivedFaces(person, faces).orThrow();
      number = next.getAndIncrement();
    }
  }
}
