package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.FaceLibraryOpener;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.internal.transport.TrustStores;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestCertificate;
import io.facelibrary.aliyun.support.TestLibraries;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
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
  void trustsTheContextThatAProgramPasses() throws Exception {
    TestCertificate key = TestCertificate.of("ip:127.0.0.1", folder);
    SSLContext context = TrustStores.ofPemFile(Path.of(key.writePemFile()));
    try (RawServer server = RawServer.start(key.listener(), RESPOND);
        FaceLibrary library = opener(server).resource(SSLContext.class, context).open();
        FaceLibrary built =
            AliyunFaceLibrary.builder()
                .endpoint(URI.create(server.endpoint()))
                .credentials(
                    AliyunCredentials.of(TestLibraries.KEY_ID, Secret.of(TestLibraries.SECRET)))
                .connectTimeout(Duration.ofMinutes(1))
                .responseTimeout(Duration.ofMinutes(1))
                .caCertificates(Path.of(key.writePemFile()))
                .open()) {
      TestLibraries.read(library);
      TestLibraries.read(built);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void refusesAContextTogetherWithAFileOfCertificates() throws Exception {
    TestCertificate key = TestCertificate.of("ip:127.0.0.1", folder);
    try (RawServer server = RawServer.start(key.listener(), RESPOND)) {
      FaceLibraryOpener opener =
          opener(server)
              .setting("ca-certificates", key.writePemFile())
              .resource(SSLContext.class, SSLContext.getDefault());

      InvalidRequestException refusal =
          catchThrowableOfType(InvalidRequestException.class, () -> opener.open().close());

      assertThat(refusal.field()).isEqualTo("ca-certificates");
    }
  }

  private static FaceLibraryOpener opener(RawServer server) {
    return FaceLibraries.opener("aliyun")
        .setting("endpoint", server.endpoint())
        .setting("access-key-id", TestLibraries.KEY_ID)
        .setting("access-key-secret", TestLibraries.SECRET)
        .setting("connect-timeout", "60s")
        .setting("response-timeout", "60s");
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
