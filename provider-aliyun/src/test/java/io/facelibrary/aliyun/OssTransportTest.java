package io.facelibrary.aliyun;

import static io.facelibrary.aliyun.support.SocketServer.readHead;
import static io.facelibrary.aliyun.support.SocketServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.internal.transport.Exchange;
import io.facelibrary.aliyun.support.RefusingPort;
import io.facelibrary.aliyun.support.SocketServer;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads over a network with faults. */
@Timeout(120)
class OssTransportTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration GENEROUS = Duration.ofMinutes(1);
  // More than the socket buffers of both ends hold.
  private static final FaceImage.Bytes LARGE = TestImages.ofSize(20 << 20);
  private static final FaceImage.Bytes SMALL = TestImages.ofSize(10_000);

  private final SocketServer server = new SocketServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private OssUploads uploads(Duration responseTimeout) {
    return uploads(server.endpoint(), responseTimeout);
  }

  private static OssUploads uploads(URI endpoint, Duration responseTimeout) {
    UploadGrant grant = TestGrants.at(endpoint);
    return new OssUploads(
        OssUploadsTest.connections(responseTimeout),
        new UploadGrants(during -> grant, TestGrants.CLOCK),
        OssUploadsTest.REGION);
  }

  private FaceLibraryException failure(FaceImage.Bytes image, Duration responseTimeout) {
    return failure(server.endpoint(), image, responseTimeout);
  }

  private static FaceLibraryException failure(
      URI endpoint, FaceImage.Bytes image, Duration responseTimeout) {
    try (OssUploads uploads = uploads(endpoint, responseTimeout)) {
      FaceLibraryException failed =
          catchThrowableOfType(
              FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, image));
      assertThat(failed.effect()).isEqualTo(Effect.NONE);
      assertThat(failed.call()).get().extracting("operation").isEqualTo(Operation.SEARCH);
      return failed;
    }
  }

  private static void readSmall(InputStream in) throws IOException {
    readHead(in);
    in.readNBytes(SMALL.size());
  }

  @Test
  void isUnavailableWhenTheConnectionIsRefused() {
    try (RefusingPort port = new RefusingPort()) {
      FaceLibraryException failed = failure(URI.create(port.endpoint()), SMALL, GENEROUS);

      assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }
  }

  @Test
  void isUnavailableWhenTheConnectionIsAcceptedAndClosed() {
    server.serve((in, out) -> {});

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheConnectionEndsWithoutAResponse() {
    server.serve((in, out) -> readSmall(in));

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTT",
        "HTTP/1.1 20",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nETag: \"a",
        "HTTP/1.1 200 OK\r\nETag: \"a\"\r\n",
        "HTTP/1.1 500 Oops\r\nContent-Le",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nETag"
      })
  void isUnavailableWhenTheResponseIsTruncatedInItsHead(String head) {
    server.serve(
        (in, out) -> {
          readSmall(in);
          write(out, head);
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheResponseIsTruncatedInItsBody() {
    server.serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n<Error>");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenAGatewaySendsAPage() {
    server.serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 502 Bad\r\nContent-Length: 13\r\n\r\n<html></html>");
        });

    FaceLibraryException failed = failure(SMALL, GENEROUS);

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failed.call().orElseThrow().providerCode()).contains("HTTP 502");
  }

  @Test
  void isInternalWhenTheResponseIsNotHttp() {
    server.serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/9 nonsense\r\n\r\n");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void isTimedOutWhenNoResponseArrives() {
    server.serve(
        (in, out) -> {
          readSmall(in);
          server.awaitClose();
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheResponseTrickles() {
    server.serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 200 OK\r\nETag: ");
          while (!server.awaitClose(20)) {
            write(out, "a");
          }
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheStorageStopsReadingTheImage() {
    server.serve(
        (in, out) -> {
          readHead(in);
          server.awaitClose();
        });

    assertThat(failure(LARGE, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isNotTimedOutAsLongAsTheStorageReadsTheImage() throws Exception {
    WatchedClock clock = new WatchedClock();
    server.serve(
        (in, out) -> {
          readHead(in);
          int left = LARGE.size();
          while (left > 0) {
            left -= in.readNBytes(Math.min(left, 1 << 20)).length;
            // Twenty pauses together exceed the time-out; each alone is far shorter.
            clock.pause(GENEROUS.dividedBy(15));
          }
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

    UploadGrant grant = TestGrants.at(server.endpoint());
    try (OssUploads uploads =
        new OssUploads(
            new Exchange(OssUploadsTest.connections(GENEROUS), clock),
            new UploadGrants(during -> grant, TestGrants.CLOCK),
            OssUploadsTest.REGION)) {
      assertThat(uploads.put(Operation.SEARCH, LARGE)).hasScheme("oss");
    }
  }

  @Test
  void endsRunningUploadsAndFreesItsThreadWhenClosed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closedByPeer = new CountDownLatch(1);
    server.serve(
        (in, out) -> {
          readSmall(in);
          arrived.countDown();
          try {
            in.transferTo(OutputStream.nullOutputStream());
          } finally {
            closedByPeer.countDown();
          }
        });
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    OssUploads uploads = uploads(Duration.ofMinutes(5));
    CompletableFuture<FaceLibraryException> put =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, SMALL)));
    assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
    Thread timer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().equals("facelibrary-aliyun-deadlines"))
            .findFirst()
            .orElseThrow();

    uploads.close();

    assertThat(put.get(60, TimeUnit.SECONDS).effect()).isEqualTo(Effect.NONE);
    assertThat(closedByPeer.await(60, TimeUnit.SECONDS)).isTrue();
    timer.join(60_000);
    assertThat(timer.isAlive()).isFalse();
  }

  @Test
  void sendsNothingForAnInterruptedThreadWhileAllConnectionsAreInUse() throws Exception {
    CountDownLatch arrived = new CountDownLatch(8);
    server.serve(
        (in, out) -> {
          readHead(in);
          arrived.countDown();
          server.awaitClose();
        });
    try (OssUploads uploads = uploads(Duration.ofMinutes(5))) {
      for (int i = 0; i < 8; i++) {
        server.inBackground(() -> uploads.put(Operation.SEARCH, SMALL));
      }
      assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

      Thread.currentThread().interrupt();
      FaceLibraryException failed =
          catchThrowableOfType(
              FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, SMALL));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failed.kind()).isEqualTo(ErrorKind.INTERRUPTED);
      assertThat(failed.effect()).isEqualTo(Effect.NONE);
    }
  }

  /** A clock that the test advances, and that knows when the deadlines were checked. */
  private static final class WatchedClock implements LongSupplier {
    private final AtomicLong now = new AtomicLong();
    private final Semaphore checks = new Semaphore(0);

    @Override
    public long getAsLong() {
      if (Thread.currentThread().getName().equals("facelibrary-aliyun-deadlines")) {
        checks.release();
      }
      return now.get();
    }

    /** Advances the clock, and waits until all deadlines were checked at the new time. */
    void pause(Duration time) throws InterruptedException {
      now.addAndGet(time.toNanos());
      checks.drainPermits();
      // The first check may have begun before; the third begins after the second ended.
      checks.acquire(3);
    }
  }
}
