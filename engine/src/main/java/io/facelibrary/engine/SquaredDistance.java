package io.facelibrary.engine;

/** The square of the Euclidean distance. */
public final class SquaredDistance {
  private SquaredDistance() {}

  /**
   * Computes the squared distance between a probe and the vector that begins at an index of an
   * array. Uses four sums: with a single sum each addition would wait for the previous one.
   */
  public static float between(float[] values, int at, float[] probe) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int whole = probe.length & -4;
    for (int i = 0; i < whole; i += 4) {
      float p = values[at + i] - probe[i];
      float q = values[at + i + 1] - probe[i + 1];
      float r = values[at + i + 2] - probe[i + 2];
      float s = values[at + i + 3] - probe[i + 3];
      a += p * p;
      b += q * q;
      c += r * r;
      d += s * s;
    }
    for (int i = whole; i < probe.length; i++) {
      float p = values[at + i] - probe[i];
      a += p * p;
    }
    return (a + b) + (c + d);
  }
}
