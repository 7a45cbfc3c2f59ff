package io.facelibrary.testkit;

import io.facelibrary.FaceImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small valid pictures, each different: coloured squares, with no face in them. For libraries that
 * do not look for one, or that a test tells what to find.
 */
public final class TestPictures {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int SQUARES = 8;
  private static final int SQUARE_PIXELS = 4;
  private static final int SIDE = SQUARES * SQUARE_PIXELS;
  private static final int CHUNK_FRAME = 12; // length, type and checksum of a chunk

  private TestPictures() {}

  /** Returns a picture that nobody has seen before. */
  public static FaceImage.Bytes random() {
    return of(ThreadLocalRandom.current().nextLong());
  }

  /** Returns the picture of this seed: the same for the same seed, another for every other. */
  public static FaceImage.Bytes of(long seed) {
    return FaceImage.of(png(seed, new byte[0]));
  }

  /**
   * Returns a picture that nobody has seen before and that has so many bytes, to try a limit.
   *
   * @param bytes from about 500 to {@link FaceImage#MAX_BYTES}
   * @throws IllegalArgumentException if no picture of ours is so small
   */
  public static FaceImage.Bytes ofSize(int bytes) {
    long seed = ThreadLocalRandom.current().nextLong();
    int missing = bytes - png(seed, new byte[0]).length - CHUNK_FRAME;
    if (missing < 1) {
      throw new IllegalArgumentException("no picture has as few bytes as " + bytes);
    }
    return FaceImage.of(png(seed, new byte[missing]));
  }

  /** Writes the parts that the PNG specification (W3C) asks for, and padding that it allows. */
  private static byte[] png(long seed, byte[] padding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    byte bitsPerSample = 8;
    byte trueColour = 2;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    chunk(out, "IHDR", header.put(bitsPerSample).put(trueColour).array());
    chunk(out, "IDAT", deflated(rows(squares(seed))));
    if (padding.length > 0) {
      chunk(out, "paDd", padding);
    }
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** The seed itself is the first squares, so that two seeds never look the same by chance. */
  private static byte[] squares(long seed) {
    byte[] colours = new byte[SQUARES * SQUARES * 3];
    new SplittableRandom(seed).nextBytes(colours);
    ByteBuffer.wrap(colours).putLong(seed);
    return colours;
  }

  private static byte[] rows(byte[] colours) {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (int y = 0; y < SIDE; y++) {
      rows.write(0); // this row is not filtered
      for (int x = 0; x < SIDE; x++) {
        int square = y / SQUARE_PIXELS * SQUARES + x / SQUARE_PIXELS;
        rows.write(colours, square * 3, 3);
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
