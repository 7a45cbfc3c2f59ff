package io.facelibrary.green;

/**
 * The checksum that the object store returns for an upload: CRC-64 with the polynomial of ECMA-182,
 * reflected (also known as CRC-64/XZ).
 */
final class Crc64 {
  private static final long POLYNOMIAL = 0xC96C5795D7870F42L;
  private static final long[] TABLE = table();

  private Crc64() {}

  static long of(byte[] content) {
    long crc = ~0L;
    for (byte b : content) {
      crc = TABLE[(int) (crc ^ b) & 0xFF] ^ (crc >>> 8);
    }
    return ~crc;
  }

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
      }
      table[i] = value;
    }
    return table;
  }
}
