package io.facelibrary;

/** The content of an image, with access by offset. */
final class ImageBytes {
  private final byte[] content;

  ImageBytes(byte[] content) {
    this.content = content;
  }

  int length() {
    return content.length;
  }

  boolean has(long offset, long count) {
    return offset >= 0 && offset + count <= content.length;
  }

  /** Returns the unsigned byte at an offset. The caller has checked that it exists. */
  int at(long offset) {
    return content[(int) offset] & 0xFF;
  }

  boolean startWith(int offset, int... expected) {
    if (!has(offset, expected.length)) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (at(offset + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  long littleEndian(long offset, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << 8) | at(offset + i);
    }
    return value;
  }

  long bigEndian(long offset, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | at(offset + i);
    }
    return value;
  }
}
