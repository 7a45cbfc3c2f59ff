package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.RefusingPort;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch testEnded = new CountDownLatch(1);
  private ServerSocket server;
  private URI endpoint;

  /** Serves a connection. */
  private interface Behavior {
    void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket();
    // With a large buffer, the socket accepts bytes that the storage has not read yet.
    server.setReceiveBufferSize(64 << 10);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    endpoint = URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    testEnded.countDown();
    server.close();
    threads.shutdownNow();
  }

  private void serve(Behavior behavior) {
    inBackground(
        () -> {
          while (true) {
            Socket socket = server.accept();
            inBackground(
                () -> {
                  try (socket) {
                    behavior.serve(socket.getInputStream(), socket.getOutputStream());
                  }
                  return null;
                });
          }
        });
  }

  private void inBackground(Callable<?> work) {
    threads.execute(
        () -> {
          try {
            work.call();
          } catch (Exception e) {
            // The test observes the client; this end ends with the test.
          }
        });
  }

  private OssUploads uploads(Duration responseTimeout) {
    UploadGrant grant = TestGrants.at(endpoint);
    return new OssUploads(
        OssUploadsTest.connections(responseTimeout),
        new UploadGrants(during -> grant, Clock.systemUTC()),
        OssUploadsTest.REGION);
  }

  private FaceLibraryException failure(FaceImage.Bytes image, Duration responseTimeout) {
    try (OssUploads uploads = uploads(responseTimeout)) {
      FaceLibraryException failed =
          catchThrowableOfType(
              FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, image));
      assertThat(failed.effect()).isEqualTo(Effect.NONE);
      assertThat(failed.call()).get().extracting("operation").isEqualTo(Operation.SEARCH);
      return failed;
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }

  private static void readSmall(InputStream in) throws IOException {
    readHead(in);
    in.readNBytes(SMALL.size());
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Test
  void isUnavailableWhenTheConnectionIsRefused() {
    try (RefusingPort port = new RefusingPort()) {
      endpoint = URI.create(port.endpoint());

      assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    }
  }

  @Test
  void isUnavailableWhenTheConnectionIsAcceptedAndClosed() {
    serve((in, out) -> {});

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheConnectionEndsWithoutAResponse() {
    serve((in, out) -> readSmall(in));

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
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, head);
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheResponseIsTruncatedInItsBody() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n<Error>");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenAGatewaySendsAPage() {
    serve(
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
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/9 nonsense\r\n\r\n");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void isTimedOutWhenNoResponseArrives() {
    serve(
        (in, out) -> {
          readSmall(in);
          testEnded.await();
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheResponseTrickles() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 200 OK\r\nETag: ");
          while (!testEnded.await(20, TimeUnit.MILLISECONDS)) {
            write(out, "a");
          }
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheStorageStopsReadingTheImage() {
    serve(
        (in, out) -> {
          readHead(in);
          testEnded.await();
        });

    assertThat(failure(LARGE, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isNotTimedOutAsLongAsTheStorageReadsTheImage() throws Exception {
    serve(
        (in, out) -> {
          readHead(in);
          int left = LARGE.size();
          while (left > 0) {
            // Forty pauses together exceed the time-out; each alone is far shorter.
            left -= in.readNBytes(Math.min(left, 512 << 10)).length;
            testEnded.await(60, TimeUnit.MILLISECONDS);
          }
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

    try (OssUploads uploads = uploads(Duration.ofSeconds(2))) {
      assertThat(uploads.put(Operation.SEARCH, LARGE)).hasScheme("oss");
    }
  }

  @Test
  void endsRunningUploadsAndFreesItsThreadWhenClosed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closedByPeer = new CountDownLatch(1);
    serve(
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
    UploadGrant grant = TestGrants.at(endpoint);
    OssUploads uploads =
        new OssUploads(
            OssUploadsTest.connections(Duration.ofMinutes(5)),
            new UploadGrants(during -> grant, Clock.systemUTC()),
            OssUploadsTest.REGION);
    Future<FaceLibraryException> put =
        threads.submit(
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
    serve(
        (in, out) -> {
          readHead(in);
          arrived.countDown();
          testEnded.await();
        });
    UploadGrant grant = TestGrants.at(endpoint);
    try (OssUploads uploads =
        new OssUploads(
            OssUploadsTest.connections(Duration.ofMinutes(5)),
            new UploadGrants(during -> grant, Clock.systemUTC()),
            OssUploadsTest.REGION)) {
      for (int i = 0; i < 8; i++) {
        inBackground(() -> uploads.put(Operation.SEARCH, SMALL));
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
}
