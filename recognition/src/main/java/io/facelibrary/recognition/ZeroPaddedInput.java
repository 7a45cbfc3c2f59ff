package io.facelibrary.recognition;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a WebP, followed by eight zeros. A read beyond them fails.
 *
 * <p>The decoder of lossless images looks eight bytes ahead. At the end of an ordinary stream it
 * catches an {@link java.io.EOFException} for each read, and repeats the last bits. An image of
 * 95,000 pixels made 200,000 such exceptions, which took 547 MB. The decoder does not catch the
 * exception of this stream.
 */
final class ZeroPaddedInput extends ImageInputStreamImpl {
  private static final int PADDING = 8;

  private final byte[] padded;

  ZeroPaddedInput(byte[] content) {
    padded = Arrays.copyOf(content, content.length + PADDING);
  }

  @Override
  public int read() throws IOException {
    requireBeforeEnd();
    bitOffset = 0;
    return padded[(int) streamPos++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    requireBeforeEnd();
    bitOffset = 0;
    int count = (int) Math.min(length, padded.length - streamPos);
    System.arraycopy(padded, (int) streamPos, target, from, count);
    streamPos += count;
    return count;
  }

  private void requireBeforeEnd() throws IOException {
    if (streamPos >= padded.length) {
      throw new IIOException("the image ends before its last pixel");
    }
  }
}
