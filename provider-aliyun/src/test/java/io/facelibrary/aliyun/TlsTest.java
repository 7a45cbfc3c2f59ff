package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestCertificate;
import io.facelibrary.aliyun.support.TestLibraries;
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
  private static final RawServer.Script RESPOND = exchange -> exchange.send(RawResponse.NO_FACES);

  @TempDir Path folder;

  private static FaceLibraryException failureOf(FaceLibrary library) {
    try (library) {
      return catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.write(library));
    }
  }

  @Test
  void trustsInEachLibraryTheCertificatesOfThatLibrary() throws Exception {
    TestCertificate one = TestCertificate.of("ip:127.0.0.1", folder);
    TestCertificate other = TestCertificate.of("ip:127.0.0.1", folder);
    try (RawServer first = RawServer.start(one.listener(), RESPOND);
        RawServer second = RawServer.start(other.listener(), RESPOND);
        FaceLibrary ofFirst =
            TestLibraries.open(first.endpoint(), "ca-certificates", one.writePemFile());
        FaceLibrary ofSecond =
            TestLibraries.open(
                second.endpoint(),
                "ca-certificates",
                other.writePemFile(),
                "max-connections",
                "1")) {
      TestLibraries.read(ofFirst);
      TestLibraries.read(ofSecond);

      FaceLibraryException crossed =
          failureOf(TestLibraries.open(second.endpoint(), "ca-certificates", one.writePemFile()));
      FaceLibraryException byDefault = failureOf(TestLibraries.open(first.endpoint()));

      for (FaceLibraryException failure : new FaceLibraryException[] {crossed, byDefault}) {
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(failure).hasMessageContaining("certificate trusted");
      }
      assertThat(first.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(1);
    }
  }

  @Test
  void refusesAServerWithAnotherName() throws Exception {
    TestCertificate key = TestCertificate.of("dns:elsewhere.example.com", folder);
    try (RawServer server = RawServer.start(key.listener(), RESPOND)) {

      FaceLibraryException failure =
          failureOf(TestLibraries.open(server.endpoint(), "ca-certificates", key.writePemFile()));

      assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void sendsNoPlainTextUnlessTheEndpointSaysHttp() throws Exception {
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
          failureOf(TestLibraries.open("https://127.0.0.1:" + listener.getLocalPort()));

      // The record type of a handshake, RFC 8446 section 5.1.
      assertThat(firstByte.get(60, TimeUnit.SECONDS)).isEqualTo(22);
      assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void opensNoConnectionToAServerWithoutTls() {
    try (RawServer server = RawServer.respondingWith(RawResponse.NO_FACES)) {

      FaceLibraryException failure =
          failureOf(
              TestLibraries.open("https://" + server.hostAndPort(), "connect-timeout", "200ms"));

      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.kind()).isIn(ErrorKind.UNAVAILABLE, ErrorKind.TIMED_OUT);
      assertThat(server.requests()).isEmpty();
    }
  }
}
