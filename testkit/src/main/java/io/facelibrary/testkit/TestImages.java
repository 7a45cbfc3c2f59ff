package io.facelibrary.testkit;

import io.facelibrary.FaceImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small valid images of colored squares, each different and without a face. For libraries that do
 * not detect faces, and for fake encoders.
 */
public final class TestImages {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int SQUARES = 8;
  private static final int SQUARE_PIXELS = 4;
  private static final int SIDE = SQUARES * SQUARE_PIXELS;
  private static final int CHUNK_FRAME = 12; // length, type and checksum of a chunk

  private TestImages() {}

  /** Returns a new image, different from every other. */
  public static FaceImage.Bytes random() {
    return of(ThreadLocalRandom.current().nextLong());
  }

  /** Returns the image of a seed. Equal seeds give equal images, and others give other images. */
  public static FaceImage.Bytes of(long seed) {
    return FaceImage.of(png(seed, new byte[0]));
  }

  /** Returns one small image in each of some formats, for tests of the limit of formats. */
  static List<FaceImage.Bytes> oneOfEachFormat() {
    return List.of(of(0), FaceImage.of(gif()));
  }

  /** Writes the smallest image that the specification of GIF87a (CompuServe) allows. */
  private static byte[] gif() {
    return HexFormat.of()
        .parseHex("47494638376101000100800000000000ffffff2c00000000010001000002024401003b");
  }

  /**
   * Returns a new image of this size, for tests of a limit.
   *
   * @param bytes from about 500 to {@link FaceImage#MAX_BYTES}
   * @throws IllegalArgumentException if the size is too small for an image
   */
  public static FaceImage.Bytes ofSize(int bytes) {
    long seed = ThreadLocalRandom.current().nextLong();
    int missing = bytes - png(seed, new byte[0]).length - CHUNK_FRAME;
    if (missing < 1) {
      throw new IllegalArgumentException("no image has as few bytes as " + bytes);
    }
    return FaceImage.of(png(seed, new byte[missing]));
  }

  /**
   * Writes the chunks that the PNG specification (W3C) requires, and a private chunk as padding.
   */
  private static byte[] png(long seed, byte[] padding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    byte bitsPerSample = 8;
    byte trueColor = 2;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    chunk(out, "IHDR", header.put(bitsPerSample).put(trueColor).array());
    chunk(out, "IDAT", deflated(rows(squares(seed))));
    if (padding.length > 0) {
      chunk(out, "paDd", padding);
    }
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Returns colors that start with the seed itself, so that two seeds never give equal images. */
  private static byte[] squares(long seed) {
    byte[] colors = new byte[SQUARES * SQUARES * 3];
    new SplittableRandom(seed).nextBytes(colors);
    ByteBuffer.wrap(colors).putLong(seed);
    return colors;
  }

  private static byte[] rows(byte[] colors) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int y = 0; y < SIDE; y++) {
      rows.write(0); // filter type of the row: none
      for (int x = 0; x < SIDE; x++) {
        int square = y / SQUARE_PIXELS * SQUARES + x / SQUARE_PIXELS;
        rows.write(colors, square * 3, 3);
      }
    }
    return rows.toByteArray();
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(rows);
      deflater.finish();
      byte[] buffer = new byte[rows.length + 64];
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
