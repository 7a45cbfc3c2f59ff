package io.facelibrary.recognition;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import io.facelibrary.testkit.TestImages;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs the contract on an in-memory library that recognizes real faces. */
class RecognizingLibraryContractTest extends FaceLibraryContract {
  private static final FaceImage STRANGER = SampleImages.image(SampleImages.collins());

  private static FaceEncoder recognizer;
  private static CachingEncoder encoder;

  @BeforeAll
  static void open() {
    recognizer = FaceRecognizer.open();
    encoder = new CachingEncoder(recognizer);
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Override
  protected Harness newHarness() {
    return new Harness() {
      private final AtomicInteger taken = new AtomicInteger();

      @Override
      public FaceLibrary open() {
        return InMemoryFaceLibrary.builder().greenLimits().encoder(encoder).open();
      }

      @Override
      public FaceImage freshImage(FaceLibrary library) {
        return RotatedSamples.get(taken.getAndIncrement());
      }

      @Override
      public FaceImage strangerImage(FaceLibrary library) {
        return STRANGER;
      }

      @Override
      public Optional<FaceImage> unsuitableImage() {
        return Optional.of(TestImages.of(1));
      }
    };
  }

  /**
   * A sample image of one person, each time rotated a little further: similar, but never equal. The
   * other sample shows the stranger.
   */
  private static final class RotatedSamples {
    private static final int MANY = 40;
    private static final Map<Integer, FaceImage.Bytes> IMAGES = new ConcurrentHashMap<>();

    private RotatedSamples() {}

    static FaceImage.Bytes get(int number) {
      return IMAGES.computeIfAbsent(number % MANY, RotatedSamples::rotated);
    }

    private static FaceImage.Bytes rotated(int number) {
      BufferedImage sample = SampleImages.hopper();
      double angle = Math.toRadians(number - MANY / 2.0);
      return SampleImages.image(
          Altered.transform(
              sample,
              AffineTransform.getRotateInstance(
                  angle, sample.getWidth() / 2.0, sample.getHeight() / 2.0)));
    }
  }

  /** Encodes each image once, because the contract uses the same images in every test. */
  private static final class CachingEncoder implements FaceEncoder {
    private final Map<FaceImage, Encoding> ones = new ConcurrentHashMap<>();
    private final Map<FaceImage, Encoding> all = new ConcurrentHashMap<>();
    private final FaceEncoder encoder;

    CachingEncoder(FaceEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public EncoderModel model() {
      return encoder.model();
    }

    @Override
    public Encoding encodeOne(FaceImage.Bytes image) {
      return ones.computeIfAbsent(image, it -> encoder.encodeOne(image));
    }

    @Override
    public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
      return all.computeIfAbsent(image, it -> encoder.encodeAll(image, atMost));
    }

    @Override
    public Similarity similarity(double distance) {
      return encoder.similarity(distance);
    }
  }
}
