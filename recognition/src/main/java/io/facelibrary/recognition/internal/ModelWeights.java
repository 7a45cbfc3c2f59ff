package io.facelibrary.recognition.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weights of one network, read from the module {@code recognition-models}. Implementations of
 * {@link FaceNetworks} build their network from them. Each tensor can be taken once, so that no
 * weights are kept twice. {@link #requireAllTaken()} checks that none was forgotten. Not
 * thread-safe.
 *
 * <p>Filters are laid out as {@code [height, width, channels in, channels out]}, matrices as {@code
 * [in, out]}; the last index varies fastest.
 */
public final class ModelWeights {
  private static final String FOLDER = "io/facelibrary/recognition/models/";

  private static final class Tensor {
    private final int[] shape;
    private final float[] values;

    Tensor(int[] shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }
  }

  private final String name;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private ModelWeights(String name) {
    this.name = name;
    try (InputStream table = open(name + ".tensors");
        InputStream content = open(name + ".bin")) {
      read(
          new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)),
          ByteBuffer.wrap(content.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the weights of the face detector, BlazeFace. */
  public static ModelWeights detector() {
    return new ModelWeights("blazeface");
  }

  /** Reads the weights of the face encoder, dlib's ResNet. */
  public static ModelWeights encoder() {
    return new ModelWeights("face_recognition_model");
  }

  private static InputStream open(String file) {
    InputStream found = ModelWeights.class.getClassLoader().getResourceAsStream(FOLDER + file);
    if (found == null) {
      throw new IllegalStateException(
          "The artifact io.facelibrary:facelibrary-recognition-models is missing: no " + file);
    }
    return found;
  }

  private void read(BufferedReader table, ByteBuffer content) throws IOException {
    for (String line = table.readLine(); line != null; line = table.readLine()) {
      String[] parts = line.split(" ", -1);
      int[] shape = Arrays.stream(parts[1].split("x", -1)).mapToInt(Integer::parseInt).toArray();
      int count = count(shape);
      switch (parts[2]) {
        case "float32" -> tensors.put(parts[0], new Tensor(shape, floats(content, count)));
        case "uint8" -> {
          float[] values =
              dequantize(
                  content, count, Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
          tensors.put(parts[0], new Tensor(shape, values));
        }
        // The shapes of the graph are not needed: the graph is code here.
        case "int32" -> content.position(content.position() + 4 * count);
        default -> throw new IllegalStateException(name + ": unknown type " + parts[2]);
      }
    }
    if (content.hasRemaining()) {
      throw new IllegalStateException(name + ": " + content.remaining() + " bytes left over");
    }
  }

  private static float[] floats(ByteBuffer content, int count) {
    float[] values = new float[count];
    content.asFloatBuffer().get(values);
    content.position(content.position() + 4 * count);
    return values;
  }

  private static float[] dequantize(ByteBuffer content, int count, double scale, double min) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) ((content.get() & 0xFF) * scale + min);
    }
    return values;
  }

  private static int count(int... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /**
   * Returns a tensor and removes it.
   *
   * @param tensor the name of the tensor
   * @param shape the expected shape
   * @throws IllegalStateException if there is no such tensor, or it has another shape
   */
  public float[] take(String tensor, int... shape) {
    Tensor taken = tensors.remove(tensor);
    if (taken == null || !Arrays.equals(taken.shape, shape)) {
      throw new IllegalStateException(
          name + ": no tensor " + tensor + " of the shape " + Arrays.toString(shape));
    }
    return taken.values;
  }

  /**
   * Checks that the network uses all weights.
   *
   * @throws IllegalStateException if a tensor was not taken
   */
  public void requireAllTaken() {
    if (!tensors.isEmpty()) {
      throw new IllegalStateException(name + ": not used: " + tensors.keySet());
    }
  }
}
