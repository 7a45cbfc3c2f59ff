package io.facelibrary.recognition.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the networks in ONNX Runtime. {@link #open} builds the models in memory, from the same
 * weights that plain Java uses. They take about 25 MB outside the heap.
 */
final class OnnxNetworks implements FaceNetworks {
  /** Larger batches are no faster, and each face takes some megabytes while it is processed. */
  private static final int BATCH = 8;

  private final OrtEnvironment environment;
  private final OrtSession detector;
  private final OrtSession encoder;

  private OnnxNetworks(OrtEnvironment environment, OrtSession detector, OrtSession encoder) {
    this.environment = environment;
    this.detector = detector;
    this.encoder = encoder;
  }

  /** Loads the native library and builds the models. */
  static OnnxNetworks open(int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      options.setIntraOpNumThreads(threads);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      OrtSession detector = environment.createSession(BlazeFaceGraph.build(), options);
      OrtSession encoder = environment.createSession(ResNetGraph.build(), options);
      return new OnnxNetworks(environment, detector, encoder);
    } catch (OrtException | LinkageError e) {
      throw FaceLibraryException.builder(
              ErrorKind.UNSUPPORTED, Effect.NONE, "ONNX Runtime does not start on this platform")
          .cause(e)
          .build();
    }
  }

  @Override
  public DetectorOutput detect(float[] rgb) {
    long[] shape = {1, 3, DETECTOR_SIZE, DETECTOR_SIZE};
    try (OnnxTensor image = OnnxTensor.createTensor(environment, FloatBuffer.wrap(rgb), shape);
        OrtSession.Result result = detector.run(Map.of("image", image))) {
      return new DetectorOutput(floats(result, "scores"), floats(result, "boxes"));
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  @Override
  public List<float[]> embed(List<float[]> rgb) {
    List<float[]> embeddings = new ArrayList<>(rgb.size());
    for (int from = 0; from < rgb.size(); from += BATCH) {
      embeddings.addAll(embedBatch(rgb.subList(from, Math.min(rgb.size(), from + BATCH))));
    }
    return embeddings;
  }

  private List<float[]> embedBatch(List<float[]> rgb) {
    int size = 3 * FACE_SIZE * FACE_SIZE;
    FloatBuffer faces = FloatBuffer.allocate(rgb.size() * size);
    rgb.forEach(faces::put);
    long[] shape = {rgb.size(), 3, FACE_SIZE, FACE_SIZE};
    try (OnnxTensor images = OnnxTensor.createTensor(environment, faces.flip(), shape);
        OrtSession.Result result = encoder.run(Map.of("image", images))) {
      FloatBuffer all = FloatBuffer.wrap(floats(result, "embedding"));
      List<float[]> embeddings = new ArrayList<>(rgb.size());
      for (int i = 0; i < rgb.size(); i++) {
        float[] embedding = new float[DIMENSIONS];
        all.get(embedding);
        embeddings.add(embedding);
      }
      return embeddings;
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private static float[] floats(OrtSession.Result result, String name) {
    OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static FaceLibraryException failed(OrtException cause) {
    return FaceLibraryException.builder(
            ErrorKind.INTERNAL, Effect.NONE, "ONNX Runtime cannot run the network")
        .cause(cause)
        .build();
  }

  /** Frees the models. */
  @Override
  public void close() {
    try {
      detector.close();
      encoder.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }
}
