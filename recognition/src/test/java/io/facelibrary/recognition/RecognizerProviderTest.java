package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceImage;
import org.junit.jupiter.api.Test;

class RecognizerProviderTest {

  @Test
  void theEncoderIsOpenedByNameAndRecognizes() {
    FaceImage.Bytes sample = FaceImage.of(SampleImages.hopperBytes());

    try (FaceEncoder encoder = FaceEncoders.open(RecognizerProvider.NAME)) {
      assertThat(encoder.encodeOne(sample)).isInstanceOf(FaceEncoder.Encoded.class);
    }
  }
}
