package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.RefusingPort;
import io.facelibrary.aliyun.support.ScriptedStorage;
import io.facelibrary.testkit.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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

  private final ScriptedStorage storage = ScriptedStorage.start();
  private URI endpoint = storage.endpoint();

  @AfterEach
  void stop() throws IOException {
    storage.close();
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

  private static void readSmall(InputStream in) throws IOException {
    ScriptedStorage.readHead(in);
    in.readNBytes(SMALL.size());
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
    storage.serve((in, out) -> {});

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheConnectionEndsWithoutAResponse() {
    storage.serve((in, out) -> readSmall(in));

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
    storage.serve(
        (in, out) -> {
          readSmall(in);
          ScriptedStorage.write(out, head);
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenTheResponseIsTruncatedInItsBody() {
    storage.serve(
        (in, out) -> {
          readSmall(in);
          ScriptedStorage.write(out, "HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n<Error>");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenAGatewaySendsAPage() {
    storage.serve(
        (in, out) -> {
          readSmall(in);
          ScriptedStorage.write(out, "HTTP/1.1 502 Bad\r\nContent-Length: 13\r\n\r\n<html></html>");
        });

    FaceLibraryException failed = failure(SMALL, GENEROUS);

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failed.call().orElseThrow().providerCode()).contains("HTTP 502");
  }

  @Test
  void isInternalWhenTheResponseIsNotHttp() {
    storage.serve(
        (in, out) -> {
          readSmall(in);
          ScriptedStorage.write(out, "HTTP/9 nonsense\r\n\r\n");
        });

    assertThat(failure(SMALL, GENEROUS).kind()).isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void isTimedOutWhenNoResponseArrives() {
    storage.serve(
        (in, out) -> {
          readSmall(in);
          storage.awaitEnd();
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheResponseTrickles() {
    storage.serve(
        (in, out) -> {
          readSmall(in);
          ScriptedStorage.write(out, "HTTP/1.1 200 OK\r\nETag: ");
          while (!storage.awaitEnd(20, TimeUnit.MILLISECONDS)) {
            ScriptedStorage.write(out, "a");
          }
        });

    assertThat(failure(SMALL, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isTimedOutWhenTheStorageStopsReadingTheImage() {
    storage.serve(
        (in, out) -> {
          ScriptedStorage.readHead(in);
          storage.awaitEnd();
        });

    assertThat(failure(LARGE, SHORT).kind()).isEqualTo(ErrorKind.TIMED_OUT);
  }

  @Test
  void isNotTimedOutAsLongAsTheStorageReadsTheImage() throws Exception {
    storage.serve(
        (in, out) -> {
          ScriptedStorage.readHead(in);
          int left = LARGE.size();
          while (left > 0) {
            // Forty pauses together exceed the time-out; each alone is far shorter.
            left -= in.readNBytes(Math.min(left, 512 << 10)).length;
            storage.awaitEnd(60, TimeUnit.MILLISECONDS);
          }
          ScriptedStorage.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });

    try (OssUploads uploads = uploads(Duration.ofSeconds(2))) {
      assertThat(uploads.put(Operation.SEARCH, LARGE)).hasScheme("oss");
    }
  }

  @Test
  void endsTheUploadsUnderWayAndFreesItsThreadWhenClosed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closedByPeer = new CountDownLatch(1);
    storage.serve(
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
    FutureTask<FaceLibraryException> put =
        new FutureTask<>(
            () ->
                catchThrowableOfType(
                    FaceLibraryException.class, () -> uploads.put(Operation.SEARCH, SMALL)));
    new Thread(put).start();
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
    storage.serve(
        (in, out) -> {
          ScriptedStorage.readHead(in);
          arrived.countDown();
          storage.awaitEnd();
        });
    UploadGrant grant = TestGrants.at(endpoint);
    try (OssUploads uploads =
        new OssUploads(
            OssUploadsTest.connections(Duration.ofMinutes(5)),
            new UploadGrants(during -> grant, Clock.systemUTC()),
            OssUploadsTest.REGION)) {
      for (int i = 0; i < 8; i++) {
        storage.inBackground(() -> uploads.put(Operation.SEARCH, SMALL));
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
