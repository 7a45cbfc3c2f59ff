package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
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
  void manyThreadsGetTheNumbersThatOneGets() throws Exception {
    FaceImage.Bytes hopper = FaceImage.of(Portraits.hopperBytes());
    FaceImage.Bytes collins = FaceImage.of(Portraits.collinsBytes());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (FaceRecognizer recognizer =
        FaceRecognizer.builder().networks(FaceNetworks.inJava(2)).open()) {
      EncodedFace first = recognizer.encodeOne(hopper).orThrow();
      EncodedFace second = recognizer.encodeOne(collins).orThrow();
      List<Callable<EncodedFace>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        FaceImage.Bytes image = i % 2 == 0 ? hopper : collins;
        calls.add(() -> recognizer.encodeOne(image).orThrow());
      }

      List<Future<EncodedFace>> answers = threads.invokeAll(calls);

      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? first : second);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void findsSeveralFacesAndTheLargestFirst() {
    BufferedImage both = new BufferedImage(1024, 600, BufferedImage.TYPE_INT_RGB);
    both.createGraphics().drawImage(Portraits.collins(), 0, 0, null);
    both.createGraphics().drawImage(Portraits.hopper(), 512, 0, null);
    try (FaceRecognizer recognizer = FaceRecognizer.open()) {
      EncodedFace hopper = recognizer.encodeOne(FaceImage.of(Portraits.hopperBytes())).orThrow();
      EncodedFace collins = recognizer.encodeOne(FaceImage.of(Portraits.collinsBytes())).orThrow();

      List<EncodedFace> faces = recognizer.encodeAll(Portraits.image(both), 20).orThrow();

      assertThat(faces).hasSize(2);
      assertThat(faces.get(0).face().box().x()).isGreaterThan(512);
      assertThat(faces.get(0).embedding().distanceTo(hopper.embedding())).isLessThan(0.3);
      assertThat(faces.get(1).embedding().distanceTo(collins.embedding())).isLessThan(0.3);
      assertThat(recognizer.encodeAll(Portraits.image(both), 1).orThrow())
          .containsExactly(faces.get(0));
    }
  }

  @Test
  void findsAFaceThatFillsThePicture() {
    BufferedImage tight = Portraits.hopper().getSubimage(175, 130, 190, 200);
    try (FaceRecognizer recognizer = FaceRecognizer.open()) {
      List<DetectedFace> faces = recognizer.detect(DecodedImage.of(tight));

      assertThat(faces).hasSize(1);
    }
  }

  @Test
  void findsFacesOfHalfTheSizeWhenAsked() {
    BufferedImage far = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    BufferedImage small = Altered.shrink(Portraits.hopper(), 4);
    far.createGraphics().drawImage(small, 1650, 900, null);
    try (FaceRecognizer usual = FaceRecognizer.open();
        FaceRecognizer closer = FaceRecognizer.builder().smallFaces().open()) {
      DecodedImage picture = DecodedImage.of(far);

      assertThat(usual.detect(picture)).isEmpty();
      assertThat(closer.detect(picture))
          .singleElement()
          .satisfies(face -> assertThat(face.box().x()).isBetween(1680, 1710));
    }
  }

  @Test
  void theMirroredAverageBringsAPictureAndItsMirrorImageCloser() {
    try (FaceRecognizer recognizer = FaceRecognizer.builder().mirroredAverage().open()) {
      DecodedImage picture = DecodedImage.of(Portraits.hopper());
      DetectedFace face = recognizer.detect(picture).get(0);
      DecodedImage mirror = DecodedImage.of(Altered.MIRRORED.apply(Portraits.hopper()));

      Embedding embedding = recognizer.embed(picture, face);
      Embedding ofMirror = recognizer.embed(mirror, recognizer.detect(mirror).get(0));

      // 0.156 without it; what is left is that the eyes are found a little elsewhere.
      assertThat(embedding.distanceTo(ofMirror)).isLessThan(0.13);
    }
  }

  @Test
  void saysWhatMadeItsEmbeddings() {
    try (FaceRecognizer usual = FaceRecognizer.open();
        FaceRecognizer mirrored = FaceRecognizer.builder().mirroredAverage().open()) {
      assertThat(usual.model()).hasToString("dlib-resnet-v1/blazeface-back-4pt-1");
      assertThat(mirrored.model()).hasToString("dlib-resnet-v1/blazeface-back-4pt-1-mirrored");
      assertThat(
              usual.encodeOne(FaceImage.of(Portraits.hopperBytes())).orThrow().embedding().model())
          .isEqualTo(usual.model());
    }
  }

  @Test
  void whoIsInterruptedBeforeHisTurnIsToldSo() {
    try (FaceRecognizer recognizer = FaceRecognizer.open()) {
      DecodedImage picture = DecodedImage.of(Portraits.hopper());
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> recognizer.detect(picture))
          .isInstanceOfSatisfying(
              FaceLibraryException.class,
              thrown -> assertThat(thrown.kind()).isEqualTo(ErrorKind.INTERRUPTED));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void closesTheNetworksItWasGiven() {
    RecordedNetworks networks = new RecordedNetworks();

    FaceRecognizer.builder().networks(networks).open().close();

    assertThat(networks.closed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void refusesAThresholdThatIsNoProbability(double threshold) {
    assertThatThrownBy(() -> FaceRecognizer.builder().threshold(threshold))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("threshold must be above 0 and below 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void refusesANumberOfCallsOutOfRange(int calls) {
    assertThatThrownBy(() -> FaceNetworks.inJava(calls))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("callsAtOnce must be from 1 to 1024");
  }

  @Test
  void refusesToEncodeNoFaces() {
    try (FaceRecognizer recognizer =
        FaceRecognizer.builder().networks(new RecordedNetworks()).open()) {
      assertThatThrownBy(() -> recognizer.encodeAll(FaceImage.of(Portraits.hopperBytes()), 0))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("atMost must be at least 1");
    }
  }

  private static final class RecordedNetworks implements FaceNetworks {
    private boolean closed;

    @Override
    public DetectorOutput detect(float[] rgb) {
      throw new AssertionError("not asked for");
    }

    @Override
    public List<float[]> embed(List<float[]> rgb) {
      throw new AssertionError("not asked for");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
