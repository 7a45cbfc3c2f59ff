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
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyTest {
  @TempDir Path folder;

  /** Opens a tunnel to a fixed server, regardless of the host that the request names. */
  private static RawServer.Script tunnelTo(RawServer server) {
    return exchange -> {
      try (Socket target = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        exchange.send("HTTP/1.1 200 Connection established\r\n\r\n");
        Thread back = new Thread(() -> copy(target, exchange.socket()));
        back.setDaemon(true);
        back.start();
        exchange.in().transferTo(target.getOutputStream());
      }
    };
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two ends closed the connection.
    }
  }

  @Test
  void sendsAPlainRequestToTheProxy() {
    try (RawServer proxy = RawServer.respondingWith(RawResponse.NO_FACES);
        FaceLibrary library =
            TestLibraries.open(
                "http://green.example.invalid:8080", "proxy", proxy.endpoint() + "/")) {
      TestLibraries.read(library);

      assertThat(proxy.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.line())
                      .startsWith("POST http://green.example.invalid:8080/green/sface/faces"));
    }
  }

  @Test
  void callsThroughAnEncryptedTunnelInWhichTheProxySeesNoCredentials() throws Exception {
    TestCertificate key = TestCertificate.of("dns:green.example.invalid", folder);
    try (RawServer server =
            RawServer.start(key.listener(), exchange -> exchange.send(RawResponse.NO_FACES));
        RawServer proxy = RawServer.start(tunnelTo(server));
        FaceLibrary library =
            TestLibraries.open(
                "https://green.example.invalid",
                "ca-certificates",
                key.writePemFile(),
                "proxy",
                proxy.endpoint())) {
      TestLibraries.read(library);
      TestLibraries.read(library);

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0).line()).startsWith("POST /green/sface/faces");
      assertThat(proxy.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.line()).isEqualTo("CONNECT green.example.invalid:443 HTTP/1.1");
                assertThat(request.head())
                    .doesNotContain(TestLibraries.KEY_ID)
                    .doesNotContain("x-acs");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "407, UNAUTHENTICATED",
    "403, PERMISSION_DENIED",
    "429, THROTTLED",
    "502, UNAVAILABLE",
    "404, UNAVAILABLE"
  })
  void hasNoEffectWhenTheProxyOpensNoTunnel(int status, ErrorKind kind) {
    try (RawServer proxy = RawServer.respondingWith(RawResponse.html(status));
        FaceLibrary library =
            TestLibraries.open("https://green.example.invalid", "proxy", proxy.endpoint())) {

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> TestLibraries.write(library));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }
  }
}
