package io.facelibrary.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.LongSupplier;

/**
 * Shows the progress of long work. On a terminal it is a bar that is redrawn; elsewhere it is a
 * line from time to time. Threads may share it.
 */
final class Progress implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;
  private static final long BAR_INTERVAL = SECOND / 10;
  private static final long LINE_INTERVAL = 10 * SECOND;
  private static final int BAR_WIDTH = 30;

  private final PrintWriter err;
  private final boolean isBar;
  private final boolean isSilent;
  private final String unit;
  private final long total;
  private final LongSupplier nanoTime;
  private final long started;
  private long shown;
  private long done;
  private boolean drawn;

  private Progress(
      PrintWriter err,
      boolean isBar,
      boolean isSilent,
      String unit,
      long total,
      LongSupplier nanoTime) {
    this.err = err;
    this.isBar = isBar;
    this.isSilent = isSilent;
    this.unit = unit;
    this.total = total;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.shown = started;
  }

  static Progress silent() {
    return new Progress(new PrintWriter(Writer.nullWriter()), false, true, "", 0, () -> 0);
  }

  static Progress on(Terminal terminal, String unit, long total) {
    return on(terminal, unit, total, System::nanoTime);
  }

  static Progress on(Terminal terminal, String unit, long total, LongSupplier nanoTime) {
    return new Progress(terminal.err(), terminal.errIsTerminal(), false, unit, total, nanoTime);
  }

  /** Adds one to the number of finished items. */
  void advance() {
    advance(1);
  }

  /** Adds to the number of finished items. */
  synchronized void advance(long more) {
    done += more;
    long now = nanoTime.getAsLong();
    if (!isSilent && now - shown >= (isBar ? BAR_INTERVAL : LINE_INTERVAL)) {
      shown = now;
      show(now);
    }
  }

  /** Sets the number of finished items. */
  void reach(long all) {
    advance(all - done());
  }

  private synchronized long done() {
    return done;
  }

  /** Shows the final state, and ends the line. */
  @Override
  public synchronized void close() {
    if (isSilent) {
      return;
    }
    if (isBar && drawn) {
      show(nanoTime.getAsLong());
      err.println();
      err.flush();
    }
  }

  private void show(long now) {
    String state = done + (total < 0 ? " " : " of " + total + " ") + unit + rate(now);
    if (isBar) {
      drawn = true;
      int filled = total <= 0 ? BAR_WIDTH : (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / total);
      String bar = "=".repeat(filled) + " ".repeat(BAR_WIDTH - filled);
      // The escape sequence clears the rest of a longer earlier line.
      err.print("\r[" + bar + "] " + state + "\u001B[K");
      err.flush();
    } else {
      err.println(state);
    }
  }

  private String rate(long now) {
    long elapsed = now - started;
    return elapsed < SECOND
        ? ""
        : ", " + Math.round(done * (double) SECOND / elapsed) + " per second";
  }
}
