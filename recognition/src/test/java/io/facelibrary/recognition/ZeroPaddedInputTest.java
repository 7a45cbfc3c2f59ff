package io.facelibrary.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class ZeroPaddedInputTest {
  private final ImageInputStream input = new ZeroPaddedInput(new byte[] {1, 2, 3});

  @Test
  void returnsTheBytesAndEightZeros() throws IOException {
    byte[] read = new byte[11];

    input.readFully(read);

    assertThat(read).containsExactly(1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void looksEightBytesAheadAtItsEnd() throws IOException {
    input.seek(3);

    assertThat(input.readLong()).isZero();
  }

  @Test
  void failsBeyondTheZerosWithAnExceptionThatTheDecoderDoesNotCatch() throws IOException {
    input.seek(11);

    assertThatThrownBy(input::readByte)
        .isInstanceOf(IIOException.class)
        .isNotInstanceOf(EOFException.class);
    assertThatThrownBy(() -> input.read(new byte[4])).isInstanceOf(IIOException.class);
  }

  @Test
  void failsFarBeyondItsEnd() throws IOException {
    input.seek(1L << 40);

    assertThatThrownBy(input::readInt).isInstanceOf(IIOException.class);
  }
}
