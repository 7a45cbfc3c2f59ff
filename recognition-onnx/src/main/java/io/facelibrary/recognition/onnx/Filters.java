package io.facelibrary.recognition.onnx;

/** The filters of a convolution in ONNX order: out, in, height, width. */
final class Filters {
  private final float[] values;
  private final long[] shape;
  private final int groups;

  private Filters(float[] values, long[] shape, int groups) {
    this.values = values;
    this.shape = shape;
    this.groups = groups;
  }

  /** Reorders filters of height, width, in, out. */
  static Filters of(float[] filters, int size, int in, int out) {
    float[] values = new float[filters.length];
    int area = size * size;
    for (int tap = 0; tap < area; tap++) {
      for (int c = 0; c < in; c++) {
        for (int m = 0; m < out; m++) {
          values[(m * in + c) * area + tap] = filters[(tap * in + c) * out + m];
        }
      }
    }
    return new Filters(values, new long[] {out, in, size, size}, 1);
  }

  /** Reorders filters of height, width, channels, one for each channel. */
  static Filters depthwise(float[] filters, int size, int channels) {
    Filters swapped = of(filters, size, 1, channels);
    return new Filters(swapped.values, swapped.shape, channels);
  }

  float[] values() {
    return values;
  }

  long[] shape() {
    return shape;
  }

  int groups() {
    return groups;
  }
}
