package io.facelibrary.benchmarks;

import io.facelibrary.FaceImage;
import io.facelibrary.recognition.DecodedImage;
import io.facelibrary.recognition.DetectedFace;
import io.facelibrary.recognition.Embedding;
import io.facelibrary.recognition.EncodedFace;
import io.facelibrary.recognition.FaceNetworks;
import io.facelibrary.recognition.FaceRecognizer;
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
 * Finds a face in a photograph of 512 x 600 pixels and embeds it, in both engines. In milliseconds
 * a call; each call runs on one thread, so with {@code -t 2} two run side by side. Run it from the
 * root of the repository, where the photograph is.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class RecognitionBenchmark {
  private static final Path PHOTO = Path.of("examples", "photos", "grace_hopper.jpg");
  private static final int CALLS_AT_ONCE = 16;

  /** What runs the networks. */
  @Param({"java", "onnx"})
  public String engine = "";

  private final FaceImage.Bytes image = FaceImage.read(PHOTO);
  private final DecodedImage picture = DecodedImage.read(image).orThrow();
  private final float[] square =
      new float[3 * FaceNetworks.DETECTOR_SIZE * FaceNetworks.DETECTOR_SIZE];
  private final List<float[]> chip =
      List.of(new float[3 * FaceNetworks.FACE_SIZE * FaceNetworks.FACE_SIZE]);
  private FaceNetworks networks = FaceNetworks.inJava(CALLS_AT_ONCE);
  private FaceRecognizer recognizer = FaceRecognizer.builder().networks(networks).open();
  private final DetectedFace face = recognizer.detect(picture).get(0);

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

  /** Shrinks the picture, runs the detector, and measures the face. */
  @Benchmark
  public List<DetectedFace> detect() {
    return recognizer.detect(picture);
  }

  /** Cuts the face out and runs the encoder. */
  @Benchmark
  public Embedding embed() {
    return recognizer.embed(picture, face);
  }

  /** Decodes the photograph, finds the face and embeds it. */
  @Benchmark
  public EncodedFace photograph() {
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
