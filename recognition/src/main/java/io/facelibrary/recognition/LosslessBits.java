package io.facelibrary.recognition;

import java.io.EOFException;

/** Reads a lossless WebP bitstream, the least significant bit of each byte first. */
final class LosslessBits {
  private final byte[] content;
  private final long end;
  private long at;

  /**
   * Starts reading.
   *
   * @param from offset of the first byte
   * @param to offset behind the last byte
   */
  LosslessBits(byte[] content, int from, int to) {
    this.content = content;
    at = 8L * from;
    end = 8L * to;
  }

  /**
   * Reads an unsigned number.
   *
   * @param count of bits, 0 to 31
   * @throws EOFException if the bitstream ends before
   */
  int read(int count) throws EOFException {
    if (at + count > end) {
      throw new EOFException("the bitstream ends in its header");
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= (content[(int) (at >> 3)] >> (at & 7) & 1) << i;
      at++;
    }
    return value;
  }

  /**
   * Returns the number that {@link #read} would return, and stays where it is.
   *
   * @throws EOFException if the bitstream ends before
   */
  int peek(int count) throws EOFException {
    long before = at;
    int value = read(count);
    at = before;
    return value;
  }
}
