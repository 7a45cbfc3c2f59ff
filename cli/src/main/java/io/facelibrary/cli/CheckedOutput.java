package io.facelibrary.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes standard output, and says at once when that fails; a print stream would go on. */
final class CheckedOutput extends Writer {
  private final Writer out;

  CheckedOutput(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void write(char[] text, int start, int length) {
    checked(() -> out.write(text, start, length));
  }

  @Override
  public void flush() {
    checked(out::flush);
  }

  @Override
  public void close() {
    checked(out::close);
  }

  private static void checked(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw OutputClosedException.of(e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
