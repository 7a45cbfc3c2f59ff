package io.facelibrary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong clock = new AtomicLong();
  private final StringWriter err = new StringWriter();

  @Test
  void aTerminalShowsABarThatIsRedrawn() {
    try (Progress progress = Progress.on(terminal(true), "images", 10, clock::get)) {
      clock.set(2 * SECOND);
      progress.advance(5);
    }

    assertThat(err.toString())
        .startsWith("\r[===============               ] 5 of 10 images, 3 per second\u001B[K")
        .endsWith(System.lineSeparator());
  }

  @Test
  void otherOutputsShowALineFromTimeToTime() {
    try (Progress progress = Progress.on(terminal(false), "images", 100, clock::get)) {
      for (int i = 0; i < 25; i++) {
        clock.addAndGet(SECOND);
        progress.advance();
      }
    }

    assertThat(err.toString().lines())
        .containsExactly("10 of 100 images, 1 per second", "20 of 100 images, 1 per second");
  }

  @Test
  void shortWorkShowsNothing() {
    try (Progress progress = Progress.on(terminal(true), "images", 2, clock::get)) {
      progress.advance(2);
    }

    assertThat(err.toString()).isEmpty();
  }

  private Terminal terminal(boolean isTerminal) {
    PrintWriter writer = new PrintWriter(err);
    return new Terminal(writer, writer, isTerminal, isTerminal, name -> Optional.empty());
  }
}
