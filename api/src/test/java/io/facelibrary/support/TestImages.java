package io.facelibrary.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Real images, small enough to be truncated at every byte. */
public final class TestImages {

  /**
   * One pixel, VP8L: container, chunk size, signature 2F, and one Huffman code for each channel.
   */
  private static final String LOSSLESS_WEBP =
      "52494646 1a000000 57454250 5650384c 0d000000 2f000000 10071011 118888fe 0700";

  /** One pixel, VP8. */
  private static final String LOSSY_WEBP =
      "52494646 22000000 57454250 56503820 16000000 3001009d 012a0100 01000ec0 fe25a400 03700000"
          + "0000";

  private TestImages() {}

  public static byte[] png() {
    return write("png", ImageWriteParam.MODE_DISABLED);
  }

  public static byte[] interlacedPng() {
    return write("png", ImageWriteParam.MODE_DEFAULT);
  }

  public static byte[] jpeg() {
    return write("jpeg", ImageWriteParam.MODE_DISABLED);
  }

  public static byte[] progressiveJpeg() {
    return write("jpeg", ImageWriteParam.MODE_DEFAULT);
  }

  /** Has a thumbnail, which is a complete JPEG, in an Exif segment. */
  public static byte[] jpegWithThumbnail() {
    byte[] thumbnail = jpeg();
    int length = 2 + 6 + thumbnail.length;
    byte[] head = {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length};
    byte[] name = {'E', 'x', 'i', 'f', 0, 0};
    byte[] jpeg = progressiveJpeg();
    return joined(slice(jpeg, 0, 2), head, name, thumbnail, slice(jpeg, 2, jpeg.length));
  }

  public static byte[] bmp() {
    return write("bmp", ImageWriteParam.MODE_COPY_FROM_METADATA);
  }

  public static byte[] gif() {
    return write("gif", ImageWriteParam.MODE_DISABLED);
  }

  public static byte[] animatedGif() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
        writer.writeToSequence(new IIOImage(image(color), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  public static byte[] webp() {
    return hex(LOSSLESS_WEBP);
  }

  public static byte[] lossyWebp() {
    return hex(LOSSY_WEBP);
  }

  /** Returns all images by description. None has trailing data. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("PNG", png());
    all.put("PNG, interlaced", interlacedPng());
    all.put("JPEG", jpeg());
    all.put("JPEG, progressive", progressiveJpeg());
    all.put("JPEG with a thumbnail", jpegWithThumbnail());
    all.put("BMP", bmp());
    all.put("GIF", gif());
    all.put("GIF, animated", animatedGif());
    all.put("WEBP, lossless", webp());
    all.put("WEBP, lossy", lossyWebp());
    return all;
  }

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  public static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] write(String format, int progressiveMode) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (param.canWriteProgressive()) {
        param.setProgressiveMode(progressiveMode);
      }
      writer.write(null, new IIOImage(image(Color.ORANGE), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Color color) {
    BufferedImage image = new BufferedImage(13, 11, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.setRGB(x, y, color.getRGB() ^ (x * 17 * y));
      }
    }
    return image;
  }
}
