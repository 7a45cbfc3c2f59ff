package io.facelibrary.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.LongSupplier;

/**
 * Tells how far long work is: a bar that is drawn over on a terminal, and a line now and then where
 * nobody would see it move. Any thread may advance it.
 */
final class Progress implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;
  private static final long BETWEEN_BARS = SECOND / 10;
  private static final long BETWEEN_LINES = 10 * SECOND;
  private static final int BAR_WIDTH = 30;

  private final PrintWriter err;
  private final boolean isBar;
  private final boolean isSilent;
  private final String what;
  private final long total;
  private final LongSupplier nanoTime;
  private final long started;
  private long told;
  private long done;
  private boolean drawn;

  private Progress(
      PrintWriter err,
      boolean isBar,
      boolean isSilent,
      String what,
      long total,
      LongSupplier nanoTime) {
    this.err = err;
    this.isBar = isBar;
    this.isSilent = isSilent;
    this.what = what;
    this.total = total;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.told = started;
  }

  static Progress silent() {
    return new Progress(new PrintWriter(Writer.nullWriter()), false, true, "", 0, () -> 0);
  }

  static Progress on(Terminal terminal, String what, long total) {
    return on(terminal, what, total, System::nanoTime);
  }

  static Progress on(Terminal terminal, String what, long total, LongSupplier nanoTime) {
    return new Progress(terminal.err(), terminal.errIsTerminal(), false, what, total, nanoTime);
  }

  /** Says that one more is done. */
  void advance() {
    advance(1);
  }

  /** Says that so many more are done. */
  synchronized void advance(long more) {
    done += more;
    long now = nanoTime.getAsLong();
    if (!isSilent && now - told >= (isBar ? BETWEEN_BARS : BETWEEN_LINES)) {
      told = now;
      tell(now);
    }
  }

  /** Says how many are done in all. */
  void reach(long all) {
    advance(all - done());
  }

  private synchronized long done() {
    return done;
  }

  /** Tells the last state, and leaves the line. */
  @Override
  public synchronized void close() {
    if (isSilent) {
      return;
    }
    if (isBar && drawn) {
      tell(nanoTime.getAsLong());
      err.println();
      err.flush();
    }
  }

  private void tell(long now) {
    String state = done + (total < 0 ? " " : " of " + total + " ") + what + rate(now);
    if (isBar) {
      drawn = true;
      int filled = total <= 0 ? BAR_WIDTH : (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / total);
      String bar = "=".repeat(filled) + " ".repeat(BAR_WIDTH - filled);
      // The last part clears what a longer line before may have left.
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
        : ", " + Math.round(done * (double) SECOND / elapsed) + " a second";
  }
}
