package io.facelibrary.recognition.onnx;

import io.facelibrary.recognition.internal.FaceNetworks;
import io.facelibrary.recognition.internal.ModelWeights;

/** The face encoder as an ONNX graph: a batch {@code image} to {@code embedding}. */
final class ResNetGraph {
  private static final float[] MEAN = {122.782f, 117.001f, 104.298f};

  private final ModelWeights weights = ModelWeights.encoder();
  private final Graph graph = new Graph();

  private ResNetGraph() {}

  static byte[] build() {
    return new ResNetGraph().model();
  }

  private byte[] model() {
    String image = graph.input("image", true, FaceNetworks.FACE_SIZE);
    String centered = graph.node("Sub", image, graph.constant(MEAN, 1, 3, 1, 1));
    String x = graph.node("Mul", centered, graph.constant(new float[] {1 / 255f}, 1));
    x = graph.node("Relu", layer(x, "conv32_down", 7, 3, 32, 2, 0));
    x = graph.pool("MaxPool", x, 3);
    x = residuals(x, "conv32_", 3, 32);
    x = down(x, "conv64_down", 32, 64, 0);
    x = residuals(x, "conv64_", 3, 64);
    x = down(x, "conv128_down", 64, 128, 0);
    x = residuals(x, "conv128_", 2, 128);
    x = down(x, "conv256_down", 128, 256, 1);
    x = residuals(x, "conv256_", 2, 256);
    x = down(x, "conv256_down_out", 256, 256, 1);
    String flat = graph.node("Flatten", graph.node("GlobalAveragePool", x));
    float[] matrix = weights.take("fc", 256, FaceNetworks.DIMENSIONS);
    graph.output(
        graph.node("MatMul", flat, graph.constant(matrix, 256, FaceNetworks.DIMENSIONS)),
        "embedding");
    weights.requireAllTaken();
    return graph.toModel();
  }

  private String residuals(String from, String name, int count, int channels) {
    String x = from;
    for (int i = 1; i <= count; i++) {
      String inner = layer(x, name + i + "/conv1", 3, channels, channels, 1, 1);
      String sums =
          layer(graph.node("Relu", inner), name + i + "/conv2", 3, channels, channels, 1, 1);
      x = graph.node("Relu", graph.node("Add", sums, x));
    }
    return x;
  }

  /**
   * Halves the layer.
   *
   * @param missing the rows and columns by which the sums are smaller than the result
   */
  private String down(String x, String name, int in, int out, int missing) {
    String inner = graph.node("Relu", layer(x, name + "/conv1", 3, in, out, 2, 0));
    String sums = graph.pad(layer(inner, name + "/conv2", 3, out, out, 1, 1), 0, missing);
    String mean = graph.pad(graph.pool("AveragePool", x, 2), out - in, 0);
    return graph.node("Relu", graph.node("Add", mean, sums));
  }

  private String layer(String x, String name, int size, int in, int out, int step, int border) {
    float[] filters = weights.take(name + "/conv/filters", size, size, in, out);
    float[] bias = weights.take(name + "/conv/bias", out);
    String sums =
        graph.convolution(x, Filters.of(filters, size, in, out), step, border, border, bias);
    float[] scale = weights.take(name + "/scale/weights", out);
    float[] shift = weights.take(name + "/scale/biases", out);
    String scaled = graph.node("Mul", sums, graph.constant(scale, 1, out, 1, 1));
    return graph.node("Add", scaled, graph.constant(shift, 1, out, 1, 1));
  }
}
