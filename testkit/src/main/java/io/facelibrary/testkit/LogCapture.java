package io.facelibrary.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Captures the log records of the JDK's logging, at every level, and the printed text. */
final class LogCapture extends Handler {
  private final List<String> records = Collections.synchronizedList(new ArrayList<>());

  private LogCapture() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
  }

  /** Returns the texts that are logged and printed while a task runs. */
  static List<String> during(Runnable run) {
    Logger root = Logger.getLogger("");
    Level level = root.getLevel();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    LogCapture handler = new LogCapture();
    try {
      root.setLevel(Level.ALL);
      root.addHandler(handler);
      System.setOut(capture);
      System.setErr(capture);
      run.run();
    } finally {
      System.setErr(err);
      System.setOut(out);
      root.removeHandler(handler);
      root.setLevel(level);
    }
    handler.records.add(printed.toString(StandardCharsets.UTF_8));
    return List.copyOf(handler.records);
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(getFormatter().format(entry));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
