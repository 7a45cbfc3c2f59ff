package io.facelibrary.recognition;

import java.util.Arrays;

/**
 * A kernel that the compiler of JDK 17 turns into vector instructions. The compiler does so if
 * every array is indexed by the loop variable alone and it reads at most four arrays. Rows at an
 * offset are therefore copied first.
 */
final class PlainKernel implements Kernel {
  /** The number of floats in a block of copied rows: half of a typical second-level cache. */
  private static final int BLOCK = 96 * 1024;

  private float[][] copies = {};

  @Override
  public void sum(float[][] weights, float[][] rows, int[] at, int n, float[][] sums) {
    int count = weights[0].length;
    int step = Math.max(4, BLOCK / n / 4 * 4);
    for (int from = 0; from < count; from += step) {
      int to = Math.min(count, from + step);
      float[][] block = gather(rows, at, from, to, n);
      for (int m = 0; m < weights.length; m++) {
        sumBlock(weights[m], from, to - from, block, n, sums[m]);
      }
    }
  }

  private static void sumBlock(
      float[] weights, int from, int count, float[][] rows, int n, float[] sum) {
    int k = 0;
    if (from == 0 && count >= 4) {
      set(
          sum,
          n,
          weights[0],
          rows[0],
          weights[1],
          rows[1],
          weights[2],
          rows[2],
          weights[3],
          rows[3]);
      k = 4;
    } else if (from == 0) {
      Arrays.fill(sum, 0, n, 0);
    }
    for (; k + 4 <= count; k += 4) {
      int w = from + k;
      add(
          sum,
          n,
          weights[w],
          rows[k],
          weights[w + 1],
          rows[k + 1],
          weights[w + 2],
          rows[k + 2],
          weights[w + 3],
          rows[k + 3]);
    }
    for (; k < count; k++) {
      add(sum, n, weights[from + k], rows[k]);
    }
  }

  private float[][] gather(float[][] rows, int[] at, int from, int to, int n) {
    if (copies.length < to - from) {
      float[][] more = new float[to - from][];
      System.arraycopy(copies, 0, more, 0, copies.length);
      copies = more;
      owned = Arrays.copyOf(owned, to - from);
    }
    for (int k = from; k < to; k++) {
      if (at[k] == 0) {
        copies[k - from] = rows[k];
      } else {
        float[] own = owned[k - from];
        if (own == null || own.length < n) {
          own = new float[n + SLACK];
          owned[k - from] = own;
        }
        System.arraycopy(rows[k], at[k], own, 0, n);
        copies[k - from] = own;
      }
    }
    return copies;
  }

  private float[][] owned = {};

  @Override
  public void add(float[] values, int[] picks, int count, float[][] rows, float[] sum) {
    int n = sum.length;
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      add(
          sum,
          n,
          values[k],
          rows[picks[k]],
          values[k + 1],
          rows[picks[k + 1]],
          values[k + 2],
          rows[picks[k + 2]],
          values[k + 3],
          rows[picks[k + 3]]);
    }
    for (; k < count; k++) {
      add(sum, n, values[k], rows[picks[k]]);
    }
  }

  private static void set(
      float[] sum,
      int n,
      float w0,
      float[] r0,
      float w1,
      float[] r1,
      float w2,
      float[] r2,
      float w3,
      float[] r3) {
    for (int i = 0; i < n; i++) {
      sum[i] = w0 * r0[i] + w1 * r1[i] + w2 * r2[i] + w3 * r3[i];
    }
  }

  private static void add(
      float[] sum,
      int n,
      float w0,
      float[] r0,
      float w1,
      float[] r1,
      float w2,
      float[] r2,
      float w3,
      float[] r3) {
    for (int i = 0; i < n; i++) {
      sum[i] += w0 * r0[i] + w1 * r1[i] + w2 * r2[i] + w3 * r3[i];
    }
  }

  private static void add(float[] sum, int n, float w, float[] r) {
    for (int i = 0; i < n; i++) {
      sum[i] += w * r[i];
    }
  }
}
