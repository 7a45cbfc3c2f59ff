package io.facelibrary.recognition.onnx;

/**
 * Builds an ONNX model. Each method adds a node and returns the name of the output of the node.
 *
 * <p>Source of the field numbers: onnx.proto3 of ONNX, IR version 8, operator set 13.
 */
final class Graph {
  private static final int FLOAT = 1;
  private static final int LONG = 7;
  private static final int TYPE_INTEGER = 2;
  private static final int TYPE_INTEGERS = 7;

  private final Message graph = new Message();
  private int names;

  private String nextName() {
    names++;
    return "t" + names;
  }

  /** Adds a constant. */
  String constant(float[] values, long... shape) {
    String name = nextName();
    graph.message(5, tensor(name, FLOAT, shape).floats(9, values));
    return name;
  }

  private String constant(long... values) {
    String name = nextName();
    graph.message(5, tensor(name, LONG, values.length).longs(9, values));
    return name;
  }

  private static Message tensor(String name, int type, long... shape) {
    Message tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
    }
    return tensor.number(2, type).text(8, name);
  }

  /** Declares the input: a batch of images, or one image. */
  String input(String name, boolean many, int size) {
    Message shape = new Message();
    shape.message(1, many ? new Message().text(2, "n") : new Message().number(1, 1));
    for (int dimension : new int[] {3, size, size}) {
      shape.message(1, new Message().number(1, dimension));
    }
    graph.message(11, value(name, shape));
    return name;
  }

  /** Declares an output. The runtime infers its shape. */
  void output(String from, String name) {
    node("Identity", name, new Message(), from);
    Message tensor = new Message().number(1, FLOAT);
    graph.message(12, new Message().text(1, name).message(2, new Message().message(1, tensor)));
  }

  private static Message value(String name, Message shape) {
    Message tensor = new Message().number(1, FLOAT).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  String node(String operator, String... inputs) {
    return node(operator, nextName(), new Message(), inputs);
  }

  private String node(String operator, String output, Message attributes, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    graph.message(1, node.text(2, output).text(4, operator).all(attributes));
    return output;
  }

  private static Message integers(Message attributes, String name, long... values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attributes.message(5, attribute.number(20, TYPE_INTEGERS));
  }

  private static Message integer(Message attributes, String name, long value) {
    return attributes.message(
        5, new Message().text(1, name).number(3, value).number(20, TYPE_INTEGER));
  }

  /**
   * Adds a convolution.
   *
   * @param before the rows and columns of zero padding above and left
   * @param after the rows and columns of zero padding below and right
   */
  String convolution(String from, Filters filters, int step, int before, int after, float[] bias) {
    Message attributes = new Message();
    integers(attributes, "strides", step, step);
    integers(attributes, "pads", before, before, after, after);
    integer(attributes, "group", filters.groups());
    return node(
        "Conv",
        nextName(),
        attributes,
        from,
        constant(filters.values(), filters.shape()),
        constant(bias, bias.length));
  }

  String pool(String operator, String from, int size) {
    Message attributes = new Message();
    integers(attributes, "kernel_shape", size, size);
    integers(attributes, "strides", 2, 2);
    return node(operator, nextName(), attributes, from);
  }

  /** Adds channels of zeros, and rows and columns of zeros below and right. */
  String pad(String from, int channels, int after) {
    return channels == 0 && after == 0
        ? from
        : node("Pad", from, constant(0, 0, 0, 0, 0, channels, after, after));
  }

  /** Flattens a grid to a list of cells, row by row, with this number of values each. */
  String list(String from, int values) {
    String cells = node("Transpose", nextName(), integers(new Message(), "perm", 0, 2, 3, 1), from);
    return node("Reshape", cells, constant(1, -1, values));
  }

  String concat(String one, String other) {
    return node("Concat", nextName(), integer(new Message(), "axis", 1), one, other);
  }

  byte[] toModel() {
    graph.text(2, "faces");
    Message operators = new Message().text(1, "").number(2, 13);
    return new Message()
        .number(1, 8)
        .text(2, "facelibrary")
        .message(7, graph)
        .message(8, operators)
        .toBytes();
  }
}
