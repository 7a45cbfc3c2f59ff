package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognizerProviderTest {

  @Test
  void theEncoderIsOpenedByNameAndRecognizes() {
    FaceImage.Bytes sample = FaceImage.of(SampleImages.hopperBytes());

    try (FaceEncoder encoder = FaceEncoders.open(RecognizerProvider.NAME)) {
      assertThat(encoder.encodeOne(sample)).isInstanceOf(FaceEncoder.Encoded.class);
    }
  }

  @Test
  void anEncoderClosesItsOwnRecognizerAndNoOther() {
    ClosingNetworks networks = new ClosingNetworks();
    FaceRecognizer recognizer = FaceRecognizer.builder().networks(networks).open();

    recognizer.encoder().close();
    boolean closedByAnother = networks.closed;
    new RecognizerEncoder(recognizer, true).close();

    assertThat(closedByAnother).isFalse();
    assertThat(networks.closed).isTrue();
  }

  /** Records whether it was closed. */
  private static final class ClosingNetworks implements FaceNetworks {
    boolean closed;

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
