package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
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

  /** Opens a way to a server, whatever server was asked for. */
  private static RawServer.Script tunnelTo(RawServer server) {
    return exchanged -> {
      try (Socket there = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        exchanged.send("HTTP/1.1 200 Connection established\r\n\r\n");
        Thread back = new Thread(() -> copy(there, exchanged.socket()));
        back.setDaemon(true);
        back.start();
        exchanged.in().transferTo(there.getOutputStream());
      }
    };
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of the two ended the connection.
    }
  }

  @Test
  void asksTheProxyForWhatIsInClear() {
    try (RawServer proxy = RawServer.answering(RawResponse.NO_FACES);
        FaceLibrary library =
            Opened.at("http://green.example.invalid:8080", "proxy", proxy.endpoint() + "/")) {
      Opened.read(library);

      assertThat(proxy.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.line())
                      .startsWith("POST http://green.example.invalid:8080/green/sface/faces"));
    }
  }

  @Test
  void speaksSecurelyThroughTheProxyWhichSeesNoCredentials() throws Exception {
    TestKey key = TestKey.of("dns:green.example.invalid", folder);
    try (RawServer server =
            RawServer.start(key.listener(), exchanged -> exchanged.send(RawResponse.NO_FACES));
        RawServer proxy = RawServer.start(tunnelTo(server));
        FaceLibrary library =
            Opened.at(
                "https://green.example.invalid",
                "ca-certificates",
                key.certificate(),
                "proxy",
                proxy.endpoint())) {
      Opened.read(library);
      Opened.read(library);

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0).line()).startsWith("POST /green/sface/faces");
      assertThat(proxy.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.line()).isEqualTo("CONNECT green.example.invalid:443 HTTP/1.1");
                assertThat(request.head()).doesNotContain(Opened.KEY_ID).doesNotContain("x-acs");
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
  void hasNoEffectWhenTheProxyOpensNoWay(int status, ErrorKind kind) {
    try (RawServer proxy = RawServer.answering(RawResponse.html(status));
        FaceLibrary library =
            Opened.at("https://green.example.invalid", "proxy", proxy.endpoint())) {

      FaceLibraryException failure =
          catchThrowableOfType(FaceLibraryException.class, () -> Opened.write(library));

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }
  }
}
