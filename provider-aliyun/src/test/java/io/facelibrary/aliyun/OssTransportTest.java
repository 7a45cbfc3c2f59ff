package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.testkit.TestPictures;
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

/** What becomes of an upload on a bad network. */
@Timeout(30)
class OssTransportTest {
  private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(200);
  private static final Duration BOUND = Duration.ofSeconds(5);
  // More than the socket buffers of both ends take.
  private static final FaceImage.Bytes LARGE = TestPictures.ofSize(20 << 20);
  private static final FaceImage.Bytes SMALL = TestPictures.ofSize(10_000);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private ServerSocket server;

  /** What the server does with a connection. */
  private interface Behaviour {
    void meet(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket();
    // What waits in a large buffer was taken by the line, and not yet by the storage.
    server.setReceiveBufferSize(64 << 10);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    server.close();
    threads.shutdownNow();
  }

  private void serve(Behaviour behaviour) {
    inBackground(
        () -> {
          while (true) {
            Socket socket = server.accept();
            inBackground(
                () -> {
                  try (socket) {
                    behaviour.meet(socket.getInputStream(), socket.getOutputStream());
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
            // The other end is what is looked at; this one ends with the test.
          }
        });
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private OssUploads uploads() {
    UploadGrant grant = Grants.at(address());
    return new OssUploads(
        OssUploadsTest.connections(ANSWER_TIMEOUT),
        new UploadGrants(during -> grant, Clock.systemUTC()),
        OssUploadsTest.REGION);
  }

  private FaceLibraryException failure(FaceImage.Bytes picture) {
    try (OssUploads uploads = uploads()) {
      long start = System.nanoTime();
      FaceLibraryException failed =
          catchThrowableOfType(
              FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, picture));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
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
  void isUnavailableWhenTheConnectionIsRefused() throws IOException {
    server.close();

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheConnectionIsAcceptedAndClosed() {
    serve((in, out) -> {});

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheConnectionEndsWithoutAnAnswer() {
    serve((in, out) -> readSmall(in));

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
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
  void isUnavailableWhenTheAnswerIsCutInItsHead(String head) {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, head);
        });

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheAnswerIsCutInItsBody() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n<Error>");
        });

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenAGatewayAnswersAPage() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 502 Bad\r\nContent-Length: 13\r\n\r\n<html></html>");
        });

    FaceLibraryException failed = failure(SMALL);

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failed.call().orElseThrow().providerCode()).contains("HTTP 502");
  }

  @Test
  void isADefectWhenTheAnswerIsNotHttp() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/9 nonsense\r\n\r\n");
        });

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void isTimedOutWhenNoAnswerComes() {
    serve(
        (in, out) -> {
          readSmall(in);
          over.await();
        });

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheAnswerTrickles() {
    serve(
        (in, out) -> {
          readSmall(in);
          write(out, "HTTP/1.1 200 OK\r\nETag: ");
          while (!over.await(20, TimeUnit.MILLISECONDS)) {
            write(out, "a");
          }
        });

    assertThat(failure(SMALL).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheStorageStopsTakingThePicture() {
    serve(
        (in, out) -> {
          readHead(in);
          over.await();
        });

    assertThat(failure(LARGE).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isNotTimedOutAsLongAsTheStorageTakesThePicture() throws Exception {
    serve(
        (in, out) -> {
          readHead(in);
          int left = LARGE.size();
          while (left > 0) {
            // Forty pauses of 20 ms are more than the time-out together.
            left -= in.readNBytes(Math.min(left, 512 << 10)).length;
            over.await(20, TimeUnit.MILLISECONDS);
          }
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

    try (OssUploads uploads = uploads()) {
      assertThat(uploads.put(Operation.SEARCH, LARGE)).hasScheme("oss");
    }
  }

  @Test
  void endsTheUploadsUnderWayAndFreesTheThreadWhenClosed() throws Exception {
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
    UploadGrant grant = Grants.at(address());
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
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    Thread timer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().equals("facelibrary-aliyun-deadlines"))
            .findFirst()
            .orElseThrow();

    uploads.close();

    assertThat(put.get(10, TimeUnit.SECONDS).effect()).isEqualTo(Effect.NONE);
    assertThat(closedByPeer.await(10, TimeUnit.SECONDS)).isTrue();
    timer.join(10_000);
    assertThat(timer.isAlive()).isFalse();
  }

  @Test
  void sendsNothingForAThreadThatIsInterruptedWhileItWaitsForAConnection() throws Exception {
    CountDownLatch arrived = new CountDownLatch(8);
    serve(
        (in, out) -> {
          readHead(in);
          arrived.countDown();
          over.await();
        });
    UploadGrant grant = Grants.at(address());
    try (OssUploads uploads =
        new OssUploads(
            OssUploadsTest.connections(Duration.ofMinutes(5)),
            new UploadGrants(during -> grant, Clock.systemUTC()),
            OssUploadsTest.REGION)) {
      for (int i = 0; i < 8; i++) {
        inBackground(() -> uploads.put(Operation.SEARCH, SMALL));
      }
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

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
