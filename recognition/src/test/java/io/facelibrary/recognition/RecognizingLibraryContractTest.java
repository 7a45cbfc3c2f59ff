package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Similarity;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import io.facelibrary.testkit.TestPictures;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on a library in memory that recognises real faces. */
class RecognizingLibraryContractTest extends FaceLibraryContract {
  private static FaceRecognizer recognizer;
  private static RememberedEncodings encoder;

  @BeforeAll
  static void open() {
    recognizer = FaceRecognizer.open();
    encoder = new RememberedEncodings(recognizer.encoder());
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
        return TurnedPortraits.get(taken.getAndIncrement());
      }

      @Override
      public Optional<FaceImage> unsuitableImage() {
        return Optional.of(TestPictures.of(1));
      }
    };
  }

  /** The two portraits, turned a little further each time: alike, and each a picture of its own. */
  private static final class TurnedPortraits {
    private static final int MANY = 40;
    private static final Map<Integer, FaceImage.Bytes> IMAGES = new ConcurrentHashMap<>();

    private TurnedPortraits() {}

    static FaceImage.Bytes get(int number) {
      return IMAGES.computeIfAbsent(number % MANY, TurnedPortraits::turned);
    }

    private static FaceImage.Bytes turned(int number) {
      BufferedImage portrait = number % 2 == 0 ? Portraits.hopper() : Portraits.collins();
      double angle = Math.toRadians(number - MANY / 2.0);
      return Portraits.image(
          Altered.transform(
              portrait,
              AffineTransform.getRotateInstance(
                  angle, portrait.getWidth() / 2.0, portrait.getHeight() / 2.0)));
    }
  }

  /** Looks at each picture once, since the contract asks for the same ones in every test. */
  private static final class RememberedEncodings implements FaceEncoder {
    private final Map<FaceImage, Encoding> ones = new ConcurrentHashMap<>();
    private final Map<FaceImage, Encoding> all = new ConcurrentHashMap<>();
    private final FaceEncoder encoder;

    RememberedEncodings(FaceEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public String model() {
      return encoder.model();
    }

    @Override
    public int dimensions() {
      return encoder.dimensions();
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
