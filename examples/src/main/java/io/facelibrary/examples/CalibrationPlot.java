package io.facelibrary.examples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Plots both error rates by distance. */
final class CalibrationPlot {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int LEFT = 90;
  private static final int TOP = 50;
  private static final int RIGHT = WIDTH - 30;
  private static final int BOTTOM = HEIGHT - 70;
  private static final double FARTHEST = 1.2;
  private static final Color REJECTS = new Color(0x1F5FA8);
  private static final Color ACCEPTS = new Color(0xC2410C);

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  private CalibrationPlot() {}

  static BufferedImage of(Calibration calibration, double marked) {
    CalibrationPlot plot = new CalibrationPlot();
    plot.drawAxes();
    plot.drawCurve(calibration::falseRejectRate, REJECTS);
    plot.drawCurve(calibration::falseAcceptRate, ACCEPTS);
    plot.drawMark(marked);
    plot.drawLegend(calibration);
    plot.graphics.dispose();
    return plot.image;
  }

  private void drawAxes() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    for (int percent = 0; percent <= 100; percent += 20) {
      int y = y(percent / 100.0);
      graphics.setColor(Color.LIGHT_GRAY);
      graphics.drawLine(LEFT, y, RIGHT, y);
      graphics.setColor(Color.BLACK);
      graphics.drawString(percent + " %", LEFT - 50, y + 5);
    }
    for (int tenths = 0; tenths <= 12; tenths++) {
      int x = x(tenths / 10.0);
      graphics.drawLine(x, BOTTOM, x, BOTTOM + 5);
      graphics.drawString(String.format(Locale.ROOT, "%.1f", tenths / 10.0), x - 11, BOTTOM + 22);
    }
    graphics.drawRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
    graphics.drawString(
        "Largest distance accepted as one person (Euclidean, no unit)", 290, HEIGHT - 18);
    graphics.drawString("Share of pairs classified wrongly (%)", LEFT - 70, TOP - 20);
  }

  private void drawCurve(DoubleUnaryOperator rate, Color color) {
    Path2D curve = new Path2D.Double();
    curve.moveTo(x(0), y(rate.applyAsDouble(0)));
    for (int x = x(0) + 1; x <= RIGHT; x++) {
      double distance = (double) (x - LEFT) / (RIGHT - LEFT) * FARTHEST;
      curve.lineTo(x, y(rate.applyAsDouble(distance)));
    }
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(2.5f));
    graphics.draw(curve);
    graphics.setStroke(new BasicStroke(1));
  }

  private void drawMark(double distance) {
    float[] dashes = {6, 4};
    graphics.setColor(Color.DARK_GRAY);
    graphics.setStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0));
    graphics.drawLine(x(distance), TOP, x(distance), BOTTOM);
    graphics.setStroke(new BasicStroke(1));
    graphics.drawString(String.format(Locale.ROOT, "%.2f", distance), x(distance) + 5, TOP + 16);
  }

  private void drawLegend(Calibration calibration) {
    int x = RIGHT - 300;
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x, 220, 285, 62);
    graphics.setColor(Color.GRAY);
    graphics.drawRect(x, 220, 285, 62);
    drawEntry(x, 242, REJECTS, "false rejects, of " + calibration.samePairs() + " pairs");
    drawEntry(x, 268, ACCEPTS, "false accepts, of " + calibration.differentPairs() + " pairs");
  }

  private void drawEntry(int x, int y, Color color, String text) {
    graphics.setColor(color);
    graphics.fillRect(x + 12, y - 6, 28, 4);
    graphics.setColor(Color.BLACK);
    graphics.drawString(text, x + 50, y);
  }

  private static int x(double distance) {
    return LEFT + (int) Math.round(distance / FARTHEST * (RIGHT - LEFT));
  }

  private static int y(double rate) {
    return BOTTOM - (int) Math.round(rate * (BOTTOM - TOP));
  }
}
