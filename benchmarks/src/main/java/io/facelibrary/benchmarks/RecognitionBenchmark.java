package io.facelibrary.benchmarks;

import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.recognition.DecodedImage;
import io.facelibrary.recognition.DetectedFace;
import io.facelibrary.recognition.FaceNetworks;
import io.facelibrary.recognition.FaceRecognizer;
import io.facelibrary.recognition.RecognizedFace;
import io.facelibrary.recognition.onnx.OnnxNetworks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures detection and embedding of a face in an image of 512 x 600 pixels, in both engines, in
 * milliseconds per call. Each call runs on one thread, so {@code -t 2} runs two calls concurrently.
 * Run it from the root of the repository, which has the image.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class RecognitionBenchmark {
  private static final Path FILE = Path.of("examples", "photos", "grace_hopper.jpg");
  private static final int CALLS_AT_ONCE = 16;

  /** The engine of the networks. */
  @Param({"java", "onnx"})
  public String engine = "";

  private final FaceImage.Bytes image = FaceImage.read(FILE);
  private final DecodedImage decoded = DecodedImage.read(image).orThrow();
  private final float[] square =
      new float[3 * FaceNetworks.DETECTOR_SIZE * FaceNetworks.DETECTOR_SIZE];
  private final List<float[]> chip =
      List.of(new float[3 * FaceNetworks.FACE_SIZE * FaceNetworks.FACE_SIZE]);
  private FaceNetworks networks = FaceNetworks.inJava(CALLS_AT_ONCE);
  private FaceRecognizer recognizer = FaceRecognizer.builder().networks(networks).open();
  private final DetectedFace face = recognizer.detect(decoded).get(0);

  /** Opens the engine. */
  @Setup
  public void open() {
    if (engine.equals("onnx")) {
      networks = OnnxNetworks.open(1);
      recognizer = FaceRecognizer.builder().networks(networks).open();
    }
    for (int i = 0; i < square.length; i++) {
      square[i] = i % 251;
    }
    for (int i = 0; i < chip.get(0).length; i++) {
      chip.get(0)[i] = i % 251;
    }
  }

  /** Frees the engine. */
  @TearDown
  public void close() {
    recognizer.close();
  }

  /** Scales the image, runs the detector, and measures the quality of the face. */
  @Benchmark
  public List<DetectedFace> detect() {
    return recognizer.detect(decoded);
  }

  /** Cuts the face out and runs the encoder. */
  @Benchmark
  public FaceEmbedding embed() {
    return recognizer.embed(decoded, face);
  }

  /** Decodes the image, finds the face and embeds it. */
  @Benchmark
  public RecognizedFace wholeImage() {
    return recognizer.encodeOne(image).orThrow();
  }

  /** Runs the detector alone. */
  @Benchmark
  public Object detectorAlone() {
    return networks.detect(square);
  }

  /** Runs the encoder alone. */
  @Benchmark
  public List<float[]> encoderAlone() {
    return networks.embed(chip);
  }
}
