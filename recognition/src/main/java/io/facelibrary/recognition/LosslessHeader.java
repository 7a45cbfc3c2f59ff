package io.facelibrary.recognition;

import java.io.IOException;
import javax.imageio.IIOException;

/**
 * The part of a lossless WebP bitstream that comes before the pixels: the transforms and the prefix
 * codes. The decoder builds tables from it, up to 65,536 groups of five codes, regardless of the
 * size of the image. So this class reads the header first, and sums up the memory.
 *
 * <p>Source: RFC 9649, section 3.
 */
final class LosslessHeader {
  private static final int COLOR_INDEXING = 3;
  private static final int SUBTRACT_GREEN = 2;
  private static final int LITERALS = 256;
  private static final int LENGTH_CODES = 24;
  private static final int DISTANCE_CODES = 40;
  private static final int MAX_CACHE_BITS = 11;

  /** Transforms and entropy images: four bytes per block, twice. */
  private static final int BLOCK_BYTES = 8;

  private static final int GROUP_BYTES = 200;

  private final LosslessBits bits;
  private final long maxMemory;
  private long memory;

  private LosslessHeader(LosslessBits bits, long maxMemory) {
    this.bits = bits;
    this.maxMemory = maxMemory;
  }

  /**
   * Reads the header.
   *
   * @param bits positioned at the first transform
   * @return the maximum number of bytes that the decoder allocates for the header
   * @throws IOException if it is not valid, or takes more than this memory
   */
  static long memory(LosslessBits bits, int width, int height, long maxMemory) throws IOException {
    LosslessHeader header = new LosslessHeader(bits, maxMemory);
    header.read(width, height);
    return header.memory;
  }

  private void read(int width, int height) throws IOException {
    int columns = readTransforms(width, height);
    int cacheBits = readCacheBits();
    int groups = 1;
    if (bits.read(1) == 1) {
      int blockBits = 2 + bits.read(3);
      groups = 1 + readImage(blocks(columns, blockBits), blocks(height, blockBits));
    }
    for (int i = 0; i < groups; i++) {
      readGroup(cacheBits);
    }
  }

  /** Returns the width after the transforms, which may pack several pixels into one. */
  private int readTransforms(int width, int height) throws IOException {
    int columns = width;
    int seen = 0;
    while (bits.read(1) == 1) {
      int type = bits.read(2);
      require((seen & 1 << type) == 0);
      seen |= 1 << type;
      if (type == COLOR_INDEXING) {
        int colors = 1 + bits.read(8);
        readImage(colors, 1);
        columns = blocks(columns, packing(colors));
      } else if (type != SUBTRACT_GREEN) {
        int blockBits = 2 + bits.read(3);
        readImage(blocks(columns, blockBits), blocks(height, blockBits));
      }
    }
    return columns;
  }

  private static int packing(int colors) {
    return colors > 16 ? 0 : colors > 4 ? 1 : colors > 2 ? 2 : 3;
  }

  private static int blocks(int size, int blockBits) {
    return (size + (1 << blockBits) - 1) >> blockBits;
  }

  private int readCacheBits() throws IOException {
    if (bits.read(1) == 0) {
      return 0;
    }
    int cacheBits = bits.read(4);
    require(cacheBits >= 1 && cacheBits <= MAX_CACHE_BITS);
    return cacheBits;
  }

  private PrefixCode[] readGroup(int cacheBits) throws IOException {
    int cached = cacheBits == 0 ? 0 : 1 << cacheBits;
    int[] alphabets = {
      LITERALS + LENGTH_CODES + cached, LITERALS, LITERALS, LITERALS, DISTANCE_CODES
    };
    PrefixCode[] group = new PrefixCode[alphabets.length];
    allocate(GROUP_BYTES);
    for (int i = 0; i < group.length; i++) {
      group[i] = PrefixCode.read(bits, alphabets[i]);
      allocate(group[i].memory());
    }
    return group;
  }

  /**
   * Reads an image within the header.
   *
   * @return the largest value of {@code red << 8 | green} of a pixel. Copied pixels and cached
   *     colors repeat literal pixels, so they cannot exceed it.
   */
  private int readImage(int width, int height) throws IOException {
    int left = width * height;
    allocate((long) BLOCK_BYTES * left);
    PrefixCode[] group = readGroup(readCacheBits());
    int largest = 0;
    while (left > 0) {
      int symbol = group[0].next(bits);
      if (symbol < LITERALS) {
        largest = Math.max(largest, group[1].next(bits) << 8 | symbol);
        group[2].next(bits);
        group[3].next(bits);
        left--;
      } else if (symbol < LITERALS + LENGTH_CODES) {
        left -= readPrefixed(symbol - LITERALS);
        readPrefixed(group[4].next(bits));
      } else {
        left--;
      }
    }
    require(left == 0);
    return largest;
  }

  private int readPrefixed(int prefix) throws IOException {
    if (prefix < 4) {
      return prefix + 1;
    }
    int extraBits = (prefix - 2) >> 1;
    return ((2 + (prefix & 1)) << extraBits) + bits.read(extraBits) + 1;
  }

  private void allocate(long bytes) throws IOException {
    memory += bytes;
    require(memory <= maxMemory);
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw new IIOException("the header of the bitstream is not valid");
    }
  }
}
