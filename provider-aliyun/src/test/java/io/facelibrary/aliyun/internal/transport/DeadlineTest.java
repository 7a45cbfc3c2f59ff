package io.facelibrary.aliyun.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The time limit of an exchange, on a clock that the test advances. */
class DeadlineTest {
  private static final Duration UNTIL_STARTED = Duration.ofSeconds(8);
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

  // Close to the overflow of the clock, which may happen at any time.
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
  private final DeadlineWatcher watcher = new DeadlineWatcher(clock::get);
  private final AtomicBoolean aborted = new AtomicBoolean();
  private final Deadline deadline = new Deadline(watcher, () -> aborted.set(true), UNTIL_STARTED);

  @AfterEach
  void stop() {
    watcher.close();
  }

  private void advance(Duration duration) {
    clock.addAndGet(duration.toNanos());
  }

  private boolean isDue() {
    return deadline.isDue(clock.get());
  }

  @Test
  void isDueWhenTheRequestDoesNotStartInTime() {
    advance(UNTIL_STARTED.minusNanos(1));
    boolean before = isDue();
    advance(Duration.ofNanos(1));

    assertThat(before).isFalse();
    assertThat(isDue()).isTrue();
    assertThat(deadline.isRequestStarted()).isFalse();
  }

  @Test
  void givesTheResponseItsWholeTimeFromTheStartOfTheRequest() {
    advance(UNTIL_STARTED.minusNanos(1));
    deadline.markSending(RESPONSE_TIMEOUT);
    advance(RESPONSE_TIMEOUT.minusNanos(1));
    boolean before = isDue();
    advance(Duration.ofNanos(1));

    assertThat(before).isFalse();
    assertThat(isDue()).isTrue();
    assertThat(deadline.isRequestStarted()).isTrue();
  }

  @Test
  void abortsOnce() {
    advance(UNTIL_STARTED);
    deadline.expire();

    assertThat(aborted).isTrue();
    assertThat(deadline.isExpired()).isTrue();
    assertThat(isDue()).isFalse();
  }

  @Test
  void isWatchedUntilItIsDue() throws InterruptedException {
    CountDownLatch abort = new CountDownLatch(1);
    watcher.start(abort::countDown, UNTIL_STARTED);

    advance(UNTIL_STARTED);

    assertThat(abort.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void isNotDueWhileTheSocketKeepsAcceptingParts() throws IOException {
    AtomicInteger parts = new AtomicInteger();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("the body is written in parts");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            advance(RESPONSE_TIMEOUT.minusNanos(1));
            parts.incrementAndGet();
            assertThat(isDue()).isFalse();
          }
        };
    byte[] body = new byte[1 << 20];
    StreamedBody streamed =
        new StreamedBody(
            new ByteArrayInputStream(body),
            body.length,
            () -> deadline.markSending(RESPONSE_TIMEOUT));
    deadline.markSending(RESPONSE_TIMEOUT);

    streamed.writeTo(slow);

    assertThat(parts).hasValue(16);
    assertThat(isDue()).isFalse();
  }
}
