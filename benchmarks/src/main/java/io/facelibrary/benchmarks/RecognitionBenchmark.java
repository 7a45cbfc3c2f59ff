package io.facelibrary.benchmarks;

import io.facelibrary.EncodedFace;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceImage;
import io.facelibrary.recognition.FaceEngine;
import io.facelibrary.recognition.RecognitionSteps;
import io.facelibrary.recognition.onnx.OnnxEngine;
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
  private RecognitionSteps steps = RecognitionSteps.of(FaceEngine.inJava(CALLS_AT_ONCE), image);

  /** Opens the engine. */
  @Setup
  public void open() {
    if (engine.equals("onnx")) {
      steps = RecognitionSteps.of(OnnxEngine.open(1), image);
    }
  }

  /** Frees the engine. */
  @TearDown
  public void close() {
    steps.close();
  }

  /** Scales the image, runs the detector, and measures the quality of the face. */
  @Benchmark
  public Object detect() {
    return steps.detect();
  }

  /** Cuts the face out and runs the encoder. */
  @Benchmark
  public FaceEmbedding embed() {
    return steps.embed();
  }

  /** Decodes the image, finds the face and embeds it. */
  @Benchmark
  public EncodedFace wholeImage() {
    return steps.encoder().encodeOne(image).orThrow().get(0);
  }

  /** Runs the detector alone. */
  @Benchmark
  public Object detectorAlone() {
    return steps.detectorAlone();
  }

  /** Runs the encoder alone. */
  @Benchmark
  public List<float[]> encoderAlone() {
    return steps.encoderAlone();
  }
}
