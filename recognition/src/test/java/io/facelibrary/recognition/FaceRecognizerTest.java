package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceRecognizerTest {
  @Test
  void concurrentCallsReturnTheSameEmbeddings() throws Exception {
    FaceImage.Bytes hopper = FaceImage.of(SampleImages.hopperBytes());
    FaceImage.Bytes collins = FaceImage.of(SampleImages.collinsBytes());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FaceEncoder recognizer = FaceRecognizer.builder().engine(FaceEngine.inJava(2)).open()) {
      EncodedFace first = recognizer.encodeOne(hopper).orThrow().get(0);
      EncodedFace second = recognizer.encodeOne(collins).orThrow().get(0);
      List<Callable<EncodedFace>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        FaceImage.Bytes image = i % 2 == 0 ? hopper : collins;
        calls.add(() -> recognizer.encodeOne(image).orThrow().get(0));
      }

      List<Future<EncodedFace>> results = threads.invokeAll(calls);

      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? first : second);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void findsSeveralFacesTheLargestFirst() {
    BufferedImage both = new BufferedImage(1024, 600, BufferedImage.TYPE_INT_RGB);
    both.createGraphics().drawImage(SampleImages.collins(), 0, 0, null);
    both.createGraphics().drawImage(SampleImages.hopper(), 512, 0, null);
    try (Recognizer recognizer = FaceRecognizer.builder().openRecognizer()) {
      FaceEmbedding hopper = encode(recognizer, SampleImages.hopperBytes());
      FaceEmbedding collins = encode(recognizer, SampleImages.collinsBytes());

      List<EncodedFace> faces = recognizer.encodeAll(SampleImages.image(both), 20).orThrow();

      assertThat(faces).hasSize(2);
      assertThat(faces.get(0).box().orElseThrow().x()).isGreaterThan(512);
      assertThat(faces.get(0).embedding().distanceTo(hopper)).isLessThan(0.3);
      assertThat(faces.get(1).embedding().distanceTo(collins)).isLessThan(0.3);
      assertThat(recognizer.encodeAll(SampleImages.image(both), 1).orThrow())
          .containsExactly(faces.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void encodesEachImageAsIfItWereTheOnlyOne(boolean mirrored) {
    FaceImage.Bytes hopper = FaceImage.of(SampleImages.hopperBytes());
    FaceImage.Bytes collins = FaceImage.of(SampleImages.collinsBytes());
    FaceImage.Bytes empty =
        SampleImages.image(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB));
    FaceRecognizer.Builder builder = FaceRecognizer.builder();
    try (FaceEncoder encoder = (mirrored ? builder.mirroredAverage() : builder).open()) {
      FaceEncoder.Encoding ofHopper = encoder.encodeOne(hopper);
      FaceEncoder.Encoding ofCollins = encoder.encodeOne(collins);
      FaceEncoder.Encoding ofEmpty = encoder.encodeOne(empty);

      List<FaceEncoder.Encoding> results =
          encoder.encodeEach(
              List.of(empty, hopper, collins, empty, hopper, hopper, hopper, hopper, collins));

      assertThat(ofEmpty).isInstanceOf(FaceEncoder.Rejected.class);
      assertThat(results)
          .containsExactly(
              ofEmpty, ofHopper, ofCollins, ofEmpty, ofHopper, ofHopper, ofHopper, ofHopper,
              ofCollins);
    }
  }

  @Test
  void findsAFaceThatFillsTheImage() {
    BufferedImage tight = SampleImages.hopper().getSubimage(175, 130, 190, 200);
    try (Recognizer recognizer = FaceRecognizer.builder().openRecognizer()) {
      List<DetectedFace> faces = recognizer.detect(DecodedImage.of(tight));

      assertThat(faces).hasSize(1);
    }
  }

  @Test
  void findsFacesOfHalfTheSizeWithSmallFaces() {
    BufferedImage far = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    BufferedImage small = Altered.shrink(SampleImages.hopper(), 4);
    far.createGraphics().drawImage(small, 1650, 900, null);
    try (Recognizer usual = FaceRecognizer.builder().openRecognizer();
        Recognizer closer = FaceRecognizer.builder().smallFaces().openRecognizer()) {
      DecodedImage image = DecodedImage.of(far);

      assertThat(usual.detect(image)).isEmpty();
      assertThat(closer.detect(image))
          .singleElement()
          .satisfies(face -> assertThat(face.box().x()).isBetween(1680, 1710));
    }
  }

  @Test
  void theMirroredAverageReducesTheDistanceOfAnImageAndItsMirrorImage() {
    try (Recognizer recognizer = FaceRecognizer.builder().mirroredAverage().openRecognizer()) {
      DecodedImage image = DecodedImage.of(SampleImages.hopper());
      DetectedFace face = recognizer.detect(image).get(0);
      DecodedImage mirror = DecodedImage.of(Altered.MIRRORED.apply(SampleImages.hopper()));

      FaceEmbedding embedding = recognizer.embed(image, face);
      FaceEmbedding ofMirror = recognizer.embed(mirror, recognizer.detect(mirror).get(0));

      // 0.156 without it. The rest is caused by slightly different positions of the eyes.
      assertThat(embedding.distanceTo(ofMirror)).isLessThan(0.13);
    }
  }

  @Test
  void namesTheModelOfItsEmbeddings() {
    try (Recognizer usual = FaceRecognizer.builder().openRecognizer();
        Recognizer mirrored = FaceRecognizer.builder().mirroredAverage().openRecognizer()) {
      EncoderModel model = EncoderModel.of("dlib-resnet-v1/blazeface-back-4pt-1", 128);
      assertThat(usual.model().isSameAs(model)).isTrue();
      assertThat(mirrored.model())
          .isEqualTo(EncoderModel.of("dlib-resnet-v1/blazeface-back-4pt-1-mirrored", 128));
      assertThat(usual.model().scale().orElseThrow().hasRates()).isTrue();
    }
  }

  @Test
  void anInterruptedThreadStopsWaitingForAWorkspace() {
    try (Recognizer recognizer = FaceRecognizer.builder().openRecognizer()) {
      DecodedImage image = DecodedImage.of(SampleImages.hopper());
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> recognizer.detect(image))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(ErrorKind.INTERRUPTED));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closesItsNetworks() {
    RecordedNetworks networks = new RecordedNetworks();

    FaceRecognizer.builder().engine(FaceEngine.of(networks)).open().close();

    assertThat(networks.closed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void rejectsAThresholdThatIsNotAProbability(double threshold) {
    assertThatThrownBy(() -> FaceRecognizer.builder().threshold(threshold))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("threshold must be above 0 and below 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void rejectsANumberOfCallsOutOfRange(int calls) {
    assertThatThrownBy(() -> FaceEngine.inJava(calls))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("maxConcurrentCalls must be from 1 to 1024");
  }

  @Test
  void rejectsAMaximumOfNoFaces() {
    try (FaceEncoder recognizer =
        FaceRecognizer.builder().engine(FaceEngine.of(new RecordedNetworks())).open()) {
      assertThatThrownBy(() -> recognizer.encodeAll(FaceImage.of(SampleImages.hopperBytes()), 0))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("atMost must be at least 1");
    }
  }

  private static FaceEmbedding encode(FaceEncoder encoder, byte[] image) {
    return encoder.encodeOne(FaceImage.of(image)).orThrow().get(0).embedding();
  }

  private static final class RecordedNetworks implements FaceNetworks {
    private boolean closed;

    @Override
    public DetectorOutput detect(float[] rgb) {
      throw new AssertionError("unexpected call");
    }

    @Override
    public List<float[]> embed(List<float[]> rgb) {
      throw new AssertionError("unexpected call");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
