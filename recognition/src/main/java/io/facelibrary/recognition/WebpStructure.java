package io.facelibrary.recognition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/**
 * The chunks of a WebP file, read before the decoder sees them: the decoder allocates the memory
 * that the chunks claim. Each frame claims a size in its own header, which can be larger than the
 * canvas.
 *
 * <p>Source: RFC 9649, WebP Image Format.
 */
final class WebpStructure {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int ANIMATION_FRAME = 16;
  private static final int LOSSY_HEADER = 10;
  private static final int LOSSLESS_HEADER = 5;
  private static final int VP8 = name("VP8 ");
  private static final int VP8L = name("VP8L");
  private static final int ALPH = name("ALPH");
  private static final int ANMF = name("ANMF");
  private static final int ICCP = name("ICCP");

  /** The tables of ordinary files take at most 4 bytes per pixel, those of small files 1 MB. */
  private static final int TABLE_BYTES_PER_PIXEL = 16;

  private static final int TABLE_BYTES = 2 << 20;

  /** The decoded pixels of a lossless bitstream, and their copies. */
  private static final int LOSSLESS_BYTES_PER_PIXEL = 20;

  /** The largest measured value is 130 bytes, with a filter and without the JIT compiler. */
  private static final int LOSSY_BYTES_PER_PIXEL = 160;

  private static final int LOSSY_BLOCK = 16;

  /** Blocks at the left and upper edge take four times the memory of others. */
  private static final int LOSSY_BORDER = 4;

  private final ByteBuffer bytes;
  private final List<Bitstream> decoded = new ArrayList<>();
  private boolean hasAnimationFrame;
  private long mostPixels;

  /** A bitstream to decode: the content of a chunk with this name. */
  private record Bitstream(int name, int from, int to) {}

  private WebpStructure(byte[] content) {
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the chunks.
   *
   * @throws IOException if they are inconsistent
   */
  static WebpStructure of(byte[] content) throws IOException {
    WebpStructure structure = new WebpStructure(content);
    structure.readChunks(HEADER, content.length, false);
    return structure;
  }

  /** Returns the pixels of the largest frame. */
  long mostPixels() {
    return mostPixels;
  }

  private void readChunks(int first, int end, boolean inFrame) throws IOException {
    boolean isDecoded = !inFrame || !hasAnimationFrame;
    boolean hasImage = false;
    boolean hasAlpha = false;
    long at = first;
    while (at + CHUNK <= end) {
      int chunk = (int) at;
      int body = chunk + CHUNK;
      long length = bytes.getInt(chunk + 4) & 0xFFFFFFFFL;
      require(body + length <= end);
      int to = (int) (body + length);
      int name = bytes.getInt(chunk);
      if (name == VP8 || name == VP8L) {
        require(!hasImage);
        hasImage = true;
        readSize(name, body, to);
      } else if (name == ALPH) {
        require(!hasAlpha && length > 0);
        hasAlpha = true;
      } else if (name == ANMF) {
        require(!inFrame && length >= ANIMATION_FRAME);
        readChunks(body + ANIMATION_FRAME, to, true);
        hasAnimationFrame = true;
      } else if (name == ICCP) {
        requireProfileFits(body, to);
      }
      if (isDecoded && (name == VP8 || name == VP8L || name == ALPH)) {
        decoded.add(new Bitstream(name, body, to));
      }
      at = to + (length & 1);
    }
  }

  private void readSize(int name, int body, int to) throws IOException {
    if (name == VP8) {
      require(to - body >= LOSSY_HEADER);
      addSize(lossyWidth(body), lossyHeight(body));
    } else {
      require(to - body >= LOSSLESS_HEADER);
      addSize(losslessWidth(body), losslessHeight(body));
    }
  }

  private void addSize(int width, int height) {
    mostPixels = Math.max(mostPixels, (long) width * height);
  }

  private int lossyWidth(int body) {
    return bytes.getShort(body + 6) & 0x3FFF;
  }

  private int lossyHeight(int body) {
    return bytes.getShort(body + 8) & 0x3FFF;
  }

  private int losslessWidth(int body) {
    return (bytes.getInt(body + 1) & 0x3FFF) + 1;
  }

  private int losslessHeight(int body) {
    return (bytes.getInt(body + 1) >> 14 & 0x3FFF) + 1;
  }

  /** The decoder allocates the size that the profile states. */
  private void requireProfileFits(int body, int to) throws IOException {
    require(to - body >= Integer.BYTES);
    long stated = Integer.reverseBytes(bytes.getInt(body)) & 0xFFFFFFFFL;
    require(stated <= to - body);
  }

  /**
   * Reports whether decoding allocates no more than this memory.
   *
   * @param width the width of the frame that is decoded
   * @throws IOException if a header is invalid or needs more tables than such an image, or if the
   *     sizes of an image and its frame differ
   */
  boolean fitsMemory(int width, int height, long maxBytes) throws IOException {
    long pixels = (long) width * height;
    long tables = 0;
    long images = 0;
    for (Bitstream bitstream : decoded) {
      if (bitstream.name == VP8) {
        images += lossyMemory(bitstream.from);
      } else if (bitstream.name == VP8L || isCompressedAlpha(bitstream)) {
        tables += tableMemory(bitstream, width, height);
        images += LOSSLESS_BYTES_PER_PIXEL * pixels;
      }
    }
    // Reading the tables here takes as much memory as reading them in the decoder.
    return 2 * tables + images <= maxBytes;
  }

  private long lossyMemory(int from) {
    long blocks = lossyBlocks(lossyWidth(from)) * lossyBlocks(lossyHeight(from));
    return blocks * LOSSY_BLOCK * LOSSY_BLOCK * LOSSY_BYTES_PER_PIXEL;
  }

  private static long lossyBlocks(long side) {
    return (side + LOSSY_BLOCK - 1) / LOSSY_BLOCK + LOSSY_BORDER;
  }

  private boolean isCompressedAlpha(Bitstream bitstream) {
    return bitstream.name == ALPH && (bytes.get(bitstream.from) & 3) == 1;
  }

  /** An alpha channel states no size: it has that of the frame. */
  private long tableMemory(Bitstream bitstream, int width, int height) throws IOException {
    int from = bitstream.from + 1;
    if (bitstream.name == VP8L) {
      require(losslessWidth(bitstream.from) == width && losslessHeight(bitstream.from) == height);
      from = bitstream.from + LOSSLESS_HEADER;
    }
    LosslessBits bits = new LosslessBits(bytes.array(), from, bitstream.to);
    long maxMemory = TABLE_BYTES + (long) TABLE_BYTES_PER_PIXEL * width * height;
    return LosslessHeader.memory(bits, width, height, maxMemory);
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw new IIOException("the chunks do not fit together");
    }
  }

  private static int name(String text) {
    return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
  }
}
