package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facelibrary.recognition.internal.FaceNetworks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
  private static final double[][] CHIP = {
    {47.55, 46.60}, {100.48, 46.60}, {74.01, 76.56}, {74.01, 105.42}
  };

  @ParameterizedTest
  @CsvSource({"1, 0", "2.5, 0", "0.5, 30", "4, -75", "1.7, 180"})
  void movesThePointsToTheirPositionsAtAnyScaleAndRotation(double scale, double degrees) {
    Point[] points = new Point[4];
    BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    double radius = Math.max(3, 3 * scale);
    for (int i = 0; i < points.length; i++) {
      points[i] = rotated(CHIP[i], scale, Math.toRadians(degrees));
      graphics.fill(
          new java.awt.geom.Ellipse2D.Double(
              points[i].x() + 0.5 - radius, points[i].y() + 0.5 - radius, 2 * radius, 2 * radius));
    }
    KeyPoints face =
        new KeyPoints(points[0], points[1], points[2], points[3], points[0], points[1]);

    float[] chip = new Alignment(face).cut(DecodedImage.of(image), FaceNetworks.FACE_SIZE);

    for (double[] place : CHIP) {
      assertThat(centerNear(chip, place))
          .satisfies(
              center -> {
                assertThat(center.x()).isCloseTo(place[0], within(0.6));
                assertThat(center.y()).isCloseTo(place[1], within(0.6));
              });
    }
  }

  @Test
  void isBlackOutsideTheImage() {
    BufferedImage white = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = white.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 10, 10);
    Point far = new Point(1e9, -1e9);
    KeyPoints face = new KeyPoints(far, new Point(1e9 + 50, -1e9), far, far, far, far);

    float[] chip = new Alignment(face).cut(DecodedImage.of(white), FaceNetworks.FACE_SIZE);

    assertThat(chip).containsOnly(0f);
  }

  private static Point rotated(double[] place, double scale, double angle) {
    double x = (place[0] - 75) * scale;
    double y = (place[1] - 75) * scale;
    return new Point(
        500 + x * Math.cos(angle) - y * Math.sin(angle),
        500 + x * Math.sin(angle) + y * Math.cos(angle));
  }

  private static Point centerNear(float[] chip, double[] place) {
    double weight = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 150; x++) {
        if (Math.hypot(x - place[0], y - place[1]) < 12) {
          weight += chip[y * 150 + x];
          sumX += x * chip[y * 150 + x];
          sumY += y * chip[y * 150 + x];
        }
      }
    }
    return new Point(sumX / weight, sumY / weight);
  }
}
