package io.facelibrary.recognition;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A kernel for JVMs with the incubating vector API. It processes four rows of weights and two vectors of each row in one step. Each value that is read is therefore used eight times, and each sum leaves its register once.
 */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();
  private static final int PAIR = 2 * WIDTH;

  @Override
  public void sum(float[][] weights, float[][] rows, int[] at, int n, float[][] sums) {
    int m = 0;
    for (; m + 4 <= weights.length; m += 4) {
      four(weights, m, rows, at, n, sums);
    }
    for (; m < weights.length; m++) {
      one(weights[m], rows, at, n, sums[m]);
    }
  }

  private static void four(
      float[][] weights, int m, float[][] rows, int[] at, int n, float[][] sums) {
    float[] weights0 = weights[m];
    float[] weights1 = weights[m + 1];
    float[] weights2 = weights[m + 2];
    float[] weights3 = weights[m + 3];
    for (int i = 0; i < n; i += PAIR) {
      FloatVector a0 = FloatVector.zero(LANES);
      FloatVector a1 = a0;
      FloatVector b0 = a0;
      FloatVector b1 = a0;
      FloatVector c0 = a0;
      FloatVector c1 = a0;
      FloatVector d0 = a0;
      FloatVector d1 = a0;
      for (int k = 0; k < weights0.length; k++) {
        int from = at[k] + i;
        FloatVector r0 = FloatVector.fromArray(LANES, rows[k], from);
        FloatVector r1 = FloatVector.fromArray(LANES, rows[k], from + WIDTH);
        FloatVector w = FloatVector.broadcast(LANES, weights0[k]);
        a0 = r0.fma(w, a0);
        a1 = r1.fma(w, a1);
        w = FloatVector.broadcast(LANES, weights1[k]);
        b0 = r0.fma(w, b0);
        b1 = r1.fma(w, b1);
        w = FloatVector.broadcast(LANES, weights2[k]);
        c0 = r0.fma(w, c0);
        c1 = r1.fma(w, c1);
        w = FloatVector.broadcast(LANES, weights3[k]);
        d0 = r0.fma(w, d0);
        d1 = r1.fma(w, d1);
      }
      a0.intoArray(sums[m], i);
      a1.intoArray(sums[m], i + WIDTH);
      b0.intoArray(sums[m + 1], i);
      b1.intoArray(sums[m + 1], i + WIDTH);
      c0.intoArray(sums[m + 2], i);
      c1.intoArray(sums[m + 2], i + WIDTH);
      d0.intoArray(sums[m + 3], i);
      d1.intoArray(sums[m + 3], i + WIDTH);
    }
  }

  private static void one(float[] weights, float[][] rows, int[] at, int n, float[] sum) {
    Arrays.fill(sum, 0, n, 0);
    for (int i = 0; i < n; i += WIDTH) {
      FloatVector a = FloatVector.zero(LANES);
      for (int k = 0; k < weights.length; k++) {
        a = FloatVector.fromArray(LANES, rows[k], at[k] + i).fma(broadcast(weights[k]), a);
      }
      a.intoArray(sum, i);
    }
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(LANES, value);
  }

  @Override
  public void add(float[] values, int[] picks, int count, float[][] rows, float[] sum) {
    // The length is a multiple of 64, and no register is longer than 16.
    for (int i = 0; i < sum.length; i += 2 * PAIR) {
      FloatVector a = FloatVector.fromArray(LANES, sum, i);
      FloatVector b = FloatVector.fromArray(LANES, sum, i + WIDTH);
      FloatVector c = FloatVector.fromArray(LANES, sum, i + PAIR);
      FloatVector d = FloatVector.fromArray(LANES, sum, i + PAIR + WIDTH);
      for (int k = 0; k < count; k++) {
        float[] row = rows[picks[k]];
        FloatVector value = broadcast(values[k]);
        a = FloatVector.fromArray(LANES, row, i).fma(value, a);
        b = FloatVector.fromArray(LANES, row, i + WIDTH).fma(value, b);
        c = FloatVector.fromArray(LANES, row, i + PAIR).fma(value, c);
        d = FloatVector.fromArray(LANES, row, i + PAIR + WIDTH).fma(value, d);
      }
      a.intoArray(sum, i);
      b.intoArray(sum, i + WIDTH);
      c.intoArray(sum, i + PAIR);
      d.intoArray(sum, i + PAIR + WIDTH);
    }
  }
}
