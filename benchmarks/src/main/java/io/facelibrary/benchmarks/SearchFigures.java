package io.facelibrary.benchmarks;

import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Search;
import io.facelibrary.Similarity;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Shared code of the programs that measure search. */
final class SearchFigures {
  private SearchFigures() {}

  /** Searches once, and returns the time in milliseconds. */
  static double search(FaceLibrary library, GroupId group) {
    long start = System.nanoTime();
    // Everybody, so that a result is as large as it can be: random embeddings match nobody.
    library.search(Search.of(RandomEncoder.IMAGE, group).withMinSimilarity(Similarity.NONE));
    return (System.nanoTime() - start) / 1e6;
  }

  static double sum(float[] block) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < block.length; i += 4) {
      a += block[i];
      b += block[i + 1];
      c += block[i + 2];
      d += block[i + 3];
    }
    return a + b + c + d;
  }

  static double median(double[] millis) {
    return sorted(millis)[millis.length / 2];
  }

  static double[] sorted(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  static void print(PrintStream out, String what, double[] millis) {
    double[] sorted = sorted(millis);
    out.printf(
        Locale.ROOT,
        "%s: p50 %.2f ms, p90 %.2f ms, best %.2f ms%n",
        what,
        sorted[sorted.length / 2],
        sorted[sorted.length * 9 / 10],
        sorted[0]);
  }

  static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
