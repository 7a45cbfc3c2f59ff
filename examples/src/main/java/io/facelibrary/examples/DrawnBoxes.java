package io.facelibrary.examples;

import io.facelibrary.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws boxes with the names of persons into an image. */
final class DrawnBoxes {
  private static final Color INK = new Color(0xFFD400);
  private static final Color PAPER = new Color(0, 0, 0, 170);
  private static final int MARGIN = 4;

  private DrawnBoxes() {}

  static BufferedImage into(BufferedImage image, List<NamedBox> boxes) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setStroke(new BasicStroke(3));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    for (NamedBox named : boxes) {
      Box box = named.box();
      graphics.setColor(INK);
      graphics.drawRect(box.x(), box.y(), box.width(), box.height());
      label(graphics, named.name(), box);
    }
    graphics.dispose();
    return image;
  }

  /** Draws the name below the box, where it hides no face. */
  private static void label(Graphics2D graphics, String text, Box box) {
    int width = graphics.getFontMetrics().stringWidth(text) + 2 * MARGIN;
    int height = graphics.getFontMetrics().getHeight();
    int top = box.y() + box.height() + MARGIN;
    graphics.setColor(PAPER);
    graphics.fillRect(box.x(), top, width, height);
    graphics.setColor(INK);
    graphics.drawString(text, box.x() + MARGIN, top + graphics.getFontMetrics().getAscent());
  }
}
