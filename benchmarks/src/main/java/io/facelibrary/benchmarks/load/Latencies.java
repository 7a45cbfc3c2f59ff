package io.facelibrary.benchmarks.load;

/** The latencies of responses, in microseconds. */
final class Latencies {
  private final int[] counts = new int[2_000_000];
  private int count;

  void add(long nanos) {
    counts[(int) Math.min(nanos / 1000, counts.length - 1)]++;
    count++;
  }

  int count() {
    return count;
  }

  /**
   * Returns the time within which a share of the responses arrived.
   *
   * @param share 0 to 1
   * @return the time in microseconds
   */
  int percentile(double share) {
    long wanted = Math.max(1, Math.round(share * count));
    long seen = 0;
    int micros = 0;
    while (micros < counts.length - 1) {
      seen += counts[micros];
      if (seen >= wanted) {
        break;
      }
      micros++;
    }
    return micros;
  }
}
