package io.facelibrary.recognition;

/**
 * Weighted sums of rows, the inner loop of both networks. A kernel keeps intermediate results and
 * is used by one thread at a time.
 *
 * <p>An implementation may read and write up to {@link #SLACK} elements beyond the given range, so
 * that no loop needs a remainder. Every array is longer by that number.
 */
interface Kernel {

  /** The number of spare elements at the end of each row and each sum. */
  int SLACK = 32;

  /**
   * Returns the fastest kernel that this JVM can run: {@code VectorKernel} if the JVM was started
   * with {@code --add-modules jdk.incubator.vector}, else {@link PlainKernel}. Both return the same
   * sums within the rounding of additions.
   */
  static Kernel open() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      try {
        return Class.forName("io.facelibrary.recognition.VectorKernel")
            .asSubclass(Kernel.class)
            .getDeclaredConstructor()
            .newInstance();
      } catch (ReflectiveOperationException | LinkageError e) {
        // A later JVM may have changed the incubating API.
        return new PlainKernel();
      }
    }
    return new PlainKernel();
  }

  /**
   * Computes {@code sums[m][i] = weights[m][0] * rows[0][at[0] + i] + weights[m][1] * rows[1][at[1]
   * + i] + ...} for all m and for i from 0 to n - 1.
   */
  void sum(float[][] weights, float[][] rows, int[] at, int n, float[][] sums);

  /**
   * Adds {@code values[0] * rows[picks[0]] + values[1] * rows[picks[1]] + ...} to the sum, which is
   * as long as the rows and a multiple of 64.
   */
  void add(float[] values, int[] picks, int count, float[][] rows, float[] sum);
}
