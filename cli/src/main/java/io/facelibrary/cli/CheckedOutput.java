package io.facelibrary.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes standard output, and throws if that fails; a print stream would ignore the failure. */
final class CheckedOutput extends Writer {
  private final Writer out;

  CheckedOutput(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void write(char[] text, int start, int length) {
    orThrow(() -> out.write(text, start, length));
  }

  @Override
  public void flush() {
    orThrow(out::flush);
  }

  @Override
  public void close() {
    orThrow(out::close);
  }

  private static void orThrow(Write write) {
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
