package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel of this JVM. The build runs these tests with and without the vector API. */
class KernelsTest {
  private final Random random = new Random(7);

  @Test
  void theVectorKernelIsUsedIfTheJvmHasTheVectorApi() {
    boolean available = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    assertThat(Kernel.open().getClass().getSimpleName())
        .isEqualTo(available ? "VectorKernel" : "PlainKernel");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 5, 7", "4, 9, 64", "8, 27, 1280", "17, 30, 333", "32, 288, 1000"})
  void sumsEqualTheirDefinition(int sums, int rows, int n) {
    float[][] weights = randoms(sums, rows);
    float[][] data = randoms(rows, n + 3 + Kernel.SLACK);
    int[] at = random.ints(rows, 0, 3).toArray();
    float[][] computed = new float[sums][n + Kernel.SLACK];

    Kernel.open().sum(weights, data, at, n, computed);

    for (int m = 0; m < sums; m++) {
      for (int i = 0; i < n; i++) {
        double expected = 0;
        for (int k = 0; k < rows; k++) {
          expected += (double) weights[m][k] * data[k][at[k] + i];
        }
        assertThat((double) computed[m][i]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "1, 64", "5, 128", "64, 256"})
  void rowsAreAddedToTheSum(int count, int n) {
    float[][] data = randoms(70, n);
    float[] values = randoms(1, 70)[0];
    int[] picks = random.ints(70, 0, 70).toArray();
    float[] sum = randoms(1, n)[0];
    float[] before = sum.clone();

    Kernel.open().add(values, picks, count, data, sum);

    for (int i = 0; i < n; i++) {
      double expected = before[i];
      for (int k = 0; k < count; k++) {
        expected += (double) values[k] * data[picks[k]][i];
      }
      assertThat((double) sum[i]).isCloseTo(expected, within(1e-4));
    }
  }

  private float[][] randoms(int rows, int length) {
    float[][] all = new float[rows][length];
    for (float[] row : all) {
      for (int i = 0; i < length; i++) {
        row[i] = random.nextFloat() - 0.5f;
      }
    }
    return all;
  }
}
