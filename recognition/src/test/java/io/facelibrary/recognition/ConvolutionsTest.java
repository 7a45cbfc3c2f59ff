package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.recognition.PlaneConvolution.Activation;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares each implementation of a convolution with the definition. */
class ConvolutionsTest {
  private final Random random = new Random(7);
  private final Kernel kernel = new PlainKernel();

  @ParameterizedTest
  @CsvSource({
    "1, 5, 7, 3, 1, 0", "3, 5, 7, 3, 1, 1", "3, 40, 35, 32, 1, 1", "5, 8, 8, 3, 2, 1",
    "7, 15, 15, 3, 2, 0", "3, 17, 17, 6, 2, 0", "3, 16, 12, 4, 2, 0", "3, 3, 200, 2, 1, 1"
  })
  void aConvolutionOverPlanesEqualsItsDefinition(
      int size, int height, int width, int in, int step, int before) {
    int out = 5;
    float[] filters = values(size * size * in * out);
    float[] bias = values(out);
    Planes from = planes(in, height, width);
    int paddingAfter = before == 0 ? 0 : size - 1 - before;
    int toHeight = (height + before + paddingAfter - size) / step + 1;
    int toWidth = (width + before + paddingAfter - size) / step + 1;
    Planes to = new Planes(out, toHeight, toWidth);
    Planes source = from;
    if (step == 2) {
      source = Phases.of(from);
      Phases.split(from, source);
    }

    new PlaneConvolution(filters, bias, size, in, step, before)
        .apply(kernel, new Tile(out), source, to, Activation.LINEAR);

    for (int m = 0; m < out; m++) {
      for (int y = 0; y < toHeight; y++) {
        for (int x = 0; x < toWidth; x++) {
          double expected = bias[m];
          for (int i = 0; i < size * size * in; i++) {
            int row = y * step + i / in / size - before;
            int column = x * step + i / in % size - before;
            expected += filters[i * out + m] * at(from, i % in, row, column);
          }
          assertThat((double) at(to, m, y, x)).isCloseTo(expected, tolerance());
        }
      }
      assertThat(at(to, m, 0, toWidth)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"17, 8, 2, 0", "8, 8, 1, 1", "8, 3, 2, 0", "4, 1, 2, 0", "1, 1, 1, 1"})
  void aConvolutionOverPixelsEqualsItsDefinition(int from, int to, int step, int before) {
    int in = 9;
    int out = 64;
    float[] filters = values(9 * in * out);
    float[] bias = values(out);
    Pixels source = new Pixels(from, in);
    for (float[] pixel : source.data) {
      for (int c = 0; c < in; c++) {
        pixel[c] = Math.max(0, random.nextFloat() - 0.5f);
      }
    }
    Pixels target = new Pixels(to, out);

    new PixelConvolution(filters, bias, from, to, step, before).apply(kernel, source, target);

    for (int pixel = 0; pixel < to * to; pixel++) {
      for (int m = 0; m < out; m++) {
        double expected = bias[m];
        for (int i = 0; i < 9 * in; i++) {
          int y = pixel / to * step + i / in / 3 - before;
          int x = pixel % to * step + i / in % 3 - before;
          boolean inside = y >= 0 && x >= 0 && y < from && x < from;
          expected += inside ? filters[i * out + m] * source.data[y * from + x][i % in] : 0;
        }
        assertThat((double) target.data[pixel][m]).isCloseTo(expected, tolerance());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"128, 4, 6, 1", "20, 6, 6, 1", "20, 3, 5, 2", "16, 4, 4, 2"})
  void aSeparableBlockEqualsItsDefinition(int size, int in, int out, int step) {
    float[] depthwise = values(9 * in);
    float[] pointwise = values(in * out);
    float[] bias = values(out);
    Planes from = planes(in, size, size);
    Planes added = step == 1 ? from : planes(in, size / 2, size / 2);
    Planes to = new Planes(out, size / step, size / step);
    Planes source = from;
    if (step == 2) {
      source = Phases.of(from);
      Phases.split(from, source);
    }

    new SeparableBlock(depthwise, pointwise, bias, step)
        .apply(kernel, new Tile(in), new Tile(out), source, added, to);

    int before = step == 1 ? 1 : 0;
    for (int m = 0; m < out; m++) {
      for (int y = 0; y < to.height; y++) {
        for (int x = 0; x < to.width; x++) {
          double expected = bias[m] + (m < in ? at(added, m, y, x) : 0);
          for (int i = 0; i < 9 * in; i++) {
            int c = i % in;
            float pixel =
                at(from, c, y * step + i / in / 3 - before, x * step + i / in % 3 - before);
            expected += pointwise[c * out + m] * depthwise[i] * pixel;
          }
          assertThat((double) at(to, m, y, x)).isCloseTo(Math.max(0, expected), tolerance());
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> tolerance() {
    return org.assertj.core.api.Assertions.within(1e-4);
  }

  private Planes planes(int channels, int height, int width) {
    Planes planes = new Planes(channels, height, width);
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          planes.data[c][planes.row(y) + x] = random.nextFloat() - 0.5f;
        }
      }
    }
    return planes;
  }

  private static float at(Planes planes, int channel, int y, int x) {
    boolean inside = y >= 0 && x >= 0 && y < planes.height && x <= planes.width;
    return inside ? planes.data[channel][planes.row(y) + x] : 0;
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
