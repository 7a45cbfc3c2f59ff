package io.facelibrary.recognition.onnx;

import io.facelibrary.recognition.internal.FaceNetworks;
import io.facelibrary.recognition.internal.ModelWeights;

/** The face detector as an ONNX graph: {@code image} to {@code scores} and {@code boxes}. */
final class BlazeFaceGraph {
  private static final int BLOCKS = 31;

  private final ModelWeights weights = ModelWeights.detector();
  private final Graph graph = new Graph();

  private BlazeFaceGraph() {}

  static byte[] build() {
    return new BlazeFaceGraph().model();
  }

  private byte[] model() {
    String image = graph.input("image", false, FaceNetworks.DETECTOR_SIZE);
    String scaled = graph.node("Mul", image, graph.constant(new float[] {1 / 127.5f}, 1));
    String x = graph.node("Sub", scaled, graph.constant(new float[] {1}, 1));
    x = graph.convolution(x, filters("unknown", 5, 3, 24), 2, 1, 2, bias("unknown_0", 24));
    x = graph.node("Relu", x);
    for (int i = 0; i < BLOCKS; i++) {
      x = block(x, i);
    }
    String far = depthwise(x, 125, 96, 2);
    far =
        graph.convolution(far, filters("unknown_127", 1, 96, 96), 1, 0, 0, bias("unknown_128", 96));
    far = graph.node("Relu", far);
    graph.output(graph.concat(head(x, 135, 2, 1), head(far, 133, 6, 1)), "scores");
    graph.output(graph.concat(head(x, 131, 2, 16), head(far, 129, 6, 16)), "boxes");
    weights.requireAllTaken();
    return graph.toModel();
  }

  private String block(String x, int block) {
    int in = width(block - 1);
    int out = width(block);
    boolean halves = block == 7 || block == 15 || block == 23;
    String skip = halves ? graph.pool("MaxPool", x, 2) : x;
    skip = graph.pad(skip, out - in, 0);
    String filtered = depthwise(x, 4 * block + 1, in, halves ? 2 : 1);
    String mixed =
        graph.convolution(
            filtered,
            filters("unknown_" + (4 * block + 3), 1, in, out),
            1,
            0,
            0,
            bias("unknown_" + (4 * block + 4), out));
    return graph.node("Relu", graph.node("Add", mixed, skip));
  }

  private static int width(int block) {
    if (block < 15) {
      return 24;
    }
    return block < 23 ? 48 : 96;
  }

  private String depthwise(String x, int tensor, int channels, int step) {
    float[] filters = weights.take("unknown_" + tensor, 3, 3, channels, 1);
    int before = step == 1 ? 1 : 0;
    return graph.convolution(
        x, Filters.depthwise(filters, 3, channels), step, before, 1, new float[channels]);
  }

  private String head(String x, int tensor, int anchors, int values) {
    int out = anchors * values;
    String heads =
        graph.convolution(
            x,
            filters("unknown_" + tensor, 1, 96, out),
            1,
            0,
            0,
            bias("unknown_" + (tensor + 1), out));
    return graph.list(heads, values);
  }

  private Filters filters(String tensor, int size, int in, int out) {
    return Filters.of(weights.take(tensor, size, size, in, out), size, in, out);
  }

  private float[] bias(String tensor, int out) {
    return weights.take(tensor, out);
  }
}
