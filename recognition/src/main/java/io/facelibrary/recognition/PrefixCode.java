package io.facelibrary.recognition;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOException;

/**
 * A prefix code of a lossless WebP bitstream. Reads the code, and computes the memory that the
 * decoder allocates for it.
 *
 * <p>Source: RFC 9649, section 3.7.2.1.
 *
 * <p>A code is complete, or it has a single symbol, which takes no bits. TwelveMonkeys 3.13
 * consumes bits for a single symbol if its length is written and those bits are zero. It then reads
 * codes that differ from the format, so this class rejects such a code.
 */
final class PrefixCode {
  private static final int[] LENGTH_ORDER = {
    17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
  };
  private static final int MAX_LENGTH = 15;
  private static final int FIRST_REPEAT = 16;
  private static final int INITIAL_LENGTH = 8;

  /** The decoder uses one table for codes of up to 8 bits, and further tables for longer codes. */
  private static final int TABLE_BITS = 8;

  private static final int TABLE_BYTES = 1_200;
  private static final int MAX_FURTHER_TABLES = 1 << TABLE_BITS;

  private final int[] counts;
  private final int[] symbols;
  private final int singleLength;
  private final long memory;

  private PrefixCode(int[] counts, int[] symbols, int singleLength, long memory) {
    this.counts = counts;
    this.symbols = symbols;
    this.singleLength = singleLength;
    this.memory = memory;
  }

  /**
   * Reads a code.
   *
   * @param alphabet the number of possible symbols
   * @throws IOException if it is not valid
   */
  static PrefixCode read(LosslessBits bits, int alphabet) throws IOException {
    return bits.read(1) == 1 ? readSimple(bits, alphabet) : readNormal(bits, alphabet);
  }

  /** One or two symbols, in the order in which the decoder takes them. */
  private static PrefixCode readSimple(LosslessBits bits, int alphabet) throws IOException {
    int[] symbols = new int[1 + bits.read(1)];
    symbols[0] = bits.read(bits.read(1) == 1 ? 8 : 1);
    int[] counts = new int[MAX_LENGTH + 1];
    if (symbols.length == 2) {
      symbols[1] = bits.read(8);
      counts[1] = 2;
    }
    for (int symbol : symbols) {
      require(symbol < alphabet);
    }
    return new PrefixCode(counts, symbols, 0, TABLE_BYTES);
  }

  private static PrefixCode readNormal(LosslessBits bits, int alphabet) throws IOException {
    int[] lengths = new int[LENGTH_ORDER.length];
    int written = 4 + bits.read(4);
    for (int i = 0; i < written; i++) {
      lengths[LENGTH_ORDER[i]] = bits.read(3);
    }
    return ofLengths(readLengths(ofLengths(lengths), bits, alphabet));
  }

  private static int[] readLengths(PrefixCode code, LosslessBits bits, int alphabet)
      throws IOException {
    int tokens = bits.read(1) == 0 ? alphabet : 2 + bits.read(2 + 2 * bits.read(3));
    int[] lengths = new int[alphabet];
    int previous = INITIAL_LENGTH;
    for (int symbol = 0; symbol < alphabet && tokens > 0; tokens--) {
      int token = code.next(bits);
      if (token < FIRST_REPEAT) {
        lengths[symbol] = token;
        symbol++;
        previous = token == 0 ? previous : token;
        continue;
      }
      int count =
          switch (token) {
            case FIRST_REPEAT -> 3 + bits.read(2);
            case FIRST_REPEAT + 1 -> 3 + bits.read(3);
            default -> 11 + bits.read(7);
          };
      require(count <= alphabet - symbol);
      Arrays.fill(lengths, symbol, symbol + count, token == FIRST_REPEAT ? previous : 0);
      symbol += count;
    }
    return lengths;
  }

  private static PrefixCode ofLengths(int[] lengths) throws IOException {
    int[] counts = new int[MAX_LENGTH + 1];
    for (int length : lengths) {
      counts[length]++;
    }
    int used = lengths.length - counts[0];
    counts[0] = 0;
    int longest = 0;
    int free = 1;
    int[] next = new int[MAX_LENGTH + 2];
    for (int length = 1; length <= MAX_LENGTH; length++) {
      free = 2 * free - counts[length];
      require(free >= 0);
      longest = counts[length] > 0 ? length : longest;
      next[length + 1] = next[length] + counts[length];
    }
    boolean isSingle = used == 1 && longest <= TABLE_BITS;
    require(free == 0 || isSingle);
    int[] symbols = new int[used];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] > 0) {
        symbols[next[lengths[symbol]]++] = symbol;
      }
    }
    return new PrefixCode(
        counts, symbols, isSingle ? longest : 0, memory(lengths.length, counts, used, longest));
  }

  /** The tables of the code and of the code of its lengths, and the lists they are built from. */
  private static long memory(int alphabet, int[] counts, int used, int longest) {
    int beyond = 0;
    for (int length = TABLE_BITS + 1; length <= MAX_LENGTH; length++) {
      beyond += counts[length];
    }
    // Each further table holds at least two symbols.
    long tables = Math.min(MAX_FURTHER_TABLES, beyond / 2);
    long entries = 1L << Math.max(0, longest - TABLE_BITS);
    return 2L * TABLE_BYTES + 2L * alphabet + 4L * used + tables * (48 + 4 * entries);
  }

  /** Reads a symbol. */
  int next(LosslessBits bits) throws IOException {
    if (symbols.length == 1) {
      require(singleLength == 0 || bits.peek(singleLength) != 0);
      return symbols[0];
    }
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      code |= bits.read(1);
      int count = counts[length];
      if (code - count < first) {
        return symbols[index + (code - first)];
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw damaged();
  }

  /** The maximum number of bytes that the decoder allocates for this code. */
  long memory() {
    return memory;
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw damaged();
    }
  }

  private static IOException damaged() {
    return new IIOException("the prefix code is not valid");
  }
}
