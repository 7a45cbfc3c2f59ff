package io.facelibrary.benchmarks;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.lang.ref.Reference;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures the heap of a library of a million persons with five faces each, in a thousand groups.
 * It compares the heap in use after a garbage collection, before and after the library is filled.
 * All faces share one image, so images do not count.
 */
public final class HeapPerFace {
  private static final int PERSONS = 1_000_000;
  private static final int FACES = 5;
  private static final int GROUPS = 1_000;

  private HeapPerFace() {}

  /** Prints the heap; takes no arguments. */
  public static void main(String[] args) {
    FaceImage image = FaceImage.at("https://example.com/face.jpg");
    long before = used();
    long start = System.nanoTime();
    FaceLibrary library = InMemoryFaceLibrary.builder().open();
    double seconds;
    long bytes;
    try {
      fill(library, image);
      seconds = (System.nanoTime() - start) / 1e9;
      bytes = used() - before;
    } finally {
      Reference.reachabilityFence(library);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d persons with %d faces: %.1f s to fill, %,d bytes, %.1f bytes per face, including its"
            + " share of the person%n",
        PERSONS,
        FACES,
        seconds,
        bytes,
        (double) bytes / PERSONS / FACES);
  }

  private static void fill(FaceLibrary library, FaceImage image) {
    List<FaceImage> images = Collections.nCopies(FACES, image);
    for (int i = 0; i < PERSONS; i++) {
      PersonId person = PersonId.of("person-" + i);
      library.addPerson(AddPerson.of(person, GroupId.of("group-" + i % GROUPS)));
      library.addFaces(AddFaces.of(person, images)).orThrow();
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    // A collection may leave some garbage to the next one, so the smallest of several counts.
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
