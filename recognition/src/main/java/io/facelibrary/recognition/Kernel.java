package io.facelibrary.recognition;

/**
 * Weighted sums of rows: what both networks spend their time in. Has room for intermediate results
 * and is used by one thread at a time.
 *
 * <p>An implementation may read and write up to {@link #SLACK} elements beyond what it is asked
 * for, so that no loop needs a remainder; every array has that much to spare.
 */
interface Kernel {

  /** How many elements each row and each sum has to spare at its end. */
  int SLACK = 32;

  /**
   * Returns the fastest that this JVM can run: {@code VectorKernel} where it was started with
   * {@code --add-modules jdk.incubator.vector}, else {@link PlainKernel}. Both give the same within
   * the rounding of additions.
   */
  static Kernel open() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      try {
        return Class.forName("io.facelibrary.recognition.VectorKernel")
            .asSubclass(Kernel.class)
            .getDeclaredConstructor()
            .newInstance();
      } catch (ReflectiveOperationException | LinkageError e) {
        // A later JVM may have changed what it lets programs see of its vectors.
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
