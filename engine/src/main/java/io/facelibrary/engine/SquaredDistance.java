package io.facelibrary.engine;

/** The square of the Euclidean distance. */
public final class SquaredDistance {
  private SquaredDistance() {}

  /**
   * Compares a probe with numbers in an array that holds many, from a place on. Four sums, since
   * one would make each addition wait for the one before.
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
