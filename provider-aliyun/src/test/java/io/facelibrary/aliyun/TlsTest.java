package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final RawServer.Script ANSWER = exchanged -> exchanged.send(RawResponse.NO_FACES);

  @TempDir Path folder;

  private static FaceLibraryException refused(FaceLibrary library) {
    try (library) {
      return catchThrowableOfType(FaceLibraryException.class, () -> Opened.write(library));
    }
  }

  @Test
  void trustsInEachLibraryWhatThatLibraryWasToldToTrust() throws Exception {
    TestKey one = TestKey.of("ip:127.0.0.1", folder);
    TestKey other = TestKey.of("ip:127.0.0.1", folder);
    try (RawServer first = RawServer.start(one.listener(), ANSWER);
        RawServer second = RawServer.start(other.listener(), ANSWER);
        FaceLibrary ofFirst = Opened.at(first.endpoint(), "ca-certificates", one.certificate());
        FaceLibrary ofSecond =
            Opened.at(
                second.endpoint(),
                "ca-certificates",
                other.certificate(),
                "max-connections",
                "1")) {
      Opened.read(ofFirst);
      Opened.read(ofSecond);

      FaceLibraryException crossed =
          refused(Opened.at(second.endpoint(), "ca-certificates", one.certificate()));
      FaceLibraryException untold = refused(Opened.at(first.endpoint()));

      for (FaceLibraryException failure : new FaceLibraryException[] {crossed, untold}) {
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("certificate trusted");
      }
      assertThat(first.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(1);
    }
  }

  @Test
  void refusesAServerOfAnotherName() throws Exception {
    TestKey key = TestKey.of("dns:elsewhere.example.com", folder);
    try (RawServer server = RawServer.start(key.listener(), ANSWER)) {

      FaceLibraryException failure =
          refused(Opened.at(server.endpoint(), "ca-certificates", key.certificate()));

      assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void sendsNothingInClearUnlessTheEndpointSaysHttp() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Future<Integer> firstByte =
          threads.submit(
              () -> {
                try (Socket socket = listener.accept()) {
                  return socket.getInputStream().read();
                }
              });

      FaceLibraryException failure =
          refused(Opened.at("https://127.0.0.1:" + listener.getLocalPort()));

      // The type of a handshake's record, RFC 8446 section 5.1.
      assertThat(firstByte.get(60, TimeUnit.SECONDS)).isEqualTo(22);
      assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void saysThatAServerInClearMakesNoSecureConnection() {
    try (RawServer server = RawServer.answering(RawResponse.NO_FACES)) {

      FaceLibraryException failure =
          refused(Opened.at("https://" + server.hostAndPort(), "connect-timeout", "200ms"));

      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.kind()).isIn(ErrorKind.UNAVAILABLE, ErrorKind.TIMED_OUT);
      assertThat(server.requests()).isEmpty();
    }
  }
}
