package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Box;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.InvalidRequestException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecognizedFaceTest {
  private static final EncoderModel MODEL = new EncoderModel("net/1", 128);
  private static final Box BOX = new Box(1, 2, 30, 40);

  @Test
  void theDistanceIsThatOfTheEmbeddings() {
    assertThat(face(MODEL, 0).distanceTo(face(MODEL, 0.5f))).isEqualTo(Math.sqrt(128) / 2);
  }

  @Test
  void rejectsAFaceOfAnotherModel() {
    RecognizedFace one = face(MODEL, 0);
    RecognizedFace other = face(new EncoderModel("net/2", 128), 0);

    assertThatThrownBy(() -> one.distanceTo(other))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("embedding must be of the model net/1");
  }

  @Test
  void printsNoValueOfTheEmbedding() {
    assertThat(face(MODEL, 0.73f).toString()).doesNotContain("0.73");
  }

  private static RecognizedFace face(EncoderModel model, float value) {
    float[] values = new float[128];
    Arrays.fill(values, value);
    Point point = new Point(5, 6);
    KeyPoints points = new KeyPoints(point, point, point, point, point, point);
    DetectedFace face = new DetectedFace(BOX, 0.9, points, new Quality(100, 0.2, 1));
    return new RecognizedFace(face, FaceEmbedding.of(BOX, values), model);
  }
}
