package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send very slowly, flood the server, or smuggle a second request into one. */
class HostileClientsTest {
  private static final String GROUPS = "/green/sface/groups";
  private static final String HEAD = "POST " + GROUPS + " HTTP/1.1\r\nHost: a\r\n";
  private static final String SECOND = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  // Longer than any test takes on a busy machine.
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final int CONNECTIONS = Integer.getInteger("green.idle-connections", 1000);

  private static final FaceLibrary LIBRARY = InMemoryFaceLibrary.builder().greenLimits().open();
  private static GreenServer server;

  @BeforeAll
  static void start() {
    server =
        GreenServer.builder()
            .library(LIBRARY)
            .anonymous()
            .httpLimits(HttpLimits.defaults().withIdleTimeout(LONG).withHeaderTimeout(LONG))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** {@link HeaderTimeoutConnectorTest} tests the limits of this time-out in virtual time. */
  @Test
  void closesAConnectionThatSendsItsHeadersByteByByteWithoutEnd() throws IOException {
    HttpLimits limits =
        HttpLimits.defaults().withHeaderTimeout(Duration.ofMillis(100)).withHeaderBytes(64 << 20);
    try (GreenServer impatient =
            GreenServer.builder().library(LIBRARY).anonymous().httpLimits(limits).start();
        RawHttp connection = new RawHttp(impatient.uri())) {
      connection.trySend((HEAD + "X: ").getBytes(ISO_8859_1));

      assertThat(isClosedWhileSending(connection)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length: 2, 0\r\n\r\n{}",
        "Content-Length: +2\r\n\r\n{}",
        "Content-Length: -2\r\n\r\n{}",
        "Content-Length: 0x2\r\n\r\n{}",
        "Content-Length: 2 2\r\n\r\n{}",
        "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length : 2\r\n\r\n{}",
        " Content-Length: 2\r\n\r\n{}",
        "Content-Length:\r\n 2\r\n\r\n{}",
        "X: a\r\n\tb: c\r\nContent-Length: 2\r\n\r\n{}",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\u0000chunked\r\n\r\n0\r\n\r\n",
        "Transfer\u0000-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "X: a\u0000b\r\nContent-Length: 2\r\n\r\n{}",
        "X: a\rContent-Length: 2\r\n\r\n{}",
        "X: a\nContent-Length: 2\n\n{}",
        "Content-Length: 2\n\n{}",
        "no colon\r\nContent-Length: 2\r\n\r\n{}",
        "Host: b\r\nContent-Length: 2\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}X0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n",
      })
  void readsOnlyOneRequestIfItsLengthIsAmbiguous(String rest) throws IOException {
    String responses = responses(HEAD + rest + SECOND);

    assertThat(responses).matches("(?s)HTTP/1\\.1 (400|413|501) .*");
    assertThat(responses.split("HTTP/1\\.1 ", -1)).as(responses).hasSize(2);
    assertThat(responses).doesNotContain("ok\n", "Exception", "eclipse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST http://b/green/sface/groups HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "POST\t/green/sface/groups\tHTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "POST /green/sface/groups\r\n\r\n",
        "POST /green/sface/groups HTTP/2.0\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "POST /green/sface/groups HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
        "POST /green/sface/groups HTTP/1.1\r\nHost: a b\r\nContent-Length: 2\r\n\r\n{}",
        "POST /green\u0000/sface/groups HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "POST \\green\\sface\\groups HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      })
  void readsNoSecondRequestAfterAMalformedRequestLine(String request) throws IOException {
    String responses = responses(request + SECOND);

    assertThat(responses).matches("(?s)HTTP/1\\.1 [45].*").doesNotContain("HTTP/1.1 500");
    assertThat(responses.split("HTTP/1\\.1 ", -1)).as(responses).hasSize(2);
    assertThat(responses).doesNotContain("ok\n", "Exception", "eclipse");
  }

  @Test
  void closesTheConnectionAfterAChunkedHttp10Request() throws IOException {
    String request = "POST " + GROUPS + " HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";

    String responses = responses(request + SECOND);

    assertThat(responses.split("HTTP/1\\.1 ", -1)).as(responses).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upload/..",
        "upload/../x",
        "upload/./x",
        "upload/a/../../x",
        "upload/%2e%2e/x",
        "upload/%2E%2E%2Fx",
        "upload/..%2fx",
        "upload/%252e%252e/../x",
        "upload\\..\\x",
        "upload/..\\x",
        "upload/..%5cx",
        "upload/a%00",
        "upload/%c0%ae%c0%ae/x",
        "/upload/x",
        "../face-library-uploads/upload/../x",
      })
  void storesNoObjectWhoseKeyHasDotSegments(String key) throws IOException {
    String responses =
        responses(RawHttp.request("PUT", "/face-library-uploads/" + key, "x", "Connection: close"));

    assertThat(responses).matches("(?s)HTTP/1\\.1 4.*").doesNotContain("Exception");
  }

  @Test
  void respondsToAHundredPipelinedRequestsInOrder() throws IOException {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      requests.append(i % 3 == 0 ? RawHttp.post("/none", "x") : RawHttp.post(GROUPS, "{}"));
    }

    List<Integer> statuses = new ArrayList<>();
    try (RawHttp connection = new RawHttp(server.uri())) {
      connection.send(requests.toString());
      for (int i = 0; i < 100; i++) {
        statuses.add(connection.response().status());
      }
    }

    assertThat(statuses).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(statuses.get(i)).isEqualTo(i % 3 == 0 ? 404 : 200);
    }
  }

  /** Use {@code -Dgreen.idle-connections=10000} if the system allows that many open files. */
  @Test
  void respondsWhileManyConnectionsAreIdle() throws IOException {
    List<RawHttp> idle = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        RawHttp connection = new RawHttp(server.uri());
        idle.add(connection);
        if (i % 2 == 0) {
          connection.send("POST ");
        }
      }

      try (RawHttp connection = new RawHttp(server.uri())) {
        assertThat(connection.send(RawHttp.post(GROUPS, "{}")).response().status()).isEqualTo(200);
      }
      RawHttp.Response last = idle.get(1).send(RawHttp.post(GROUPS, "{}")).response();
      assertThat(last.status()).isEqualTo(200);
    } finally {
      for (RawHttp connection : idle) {
        connection.close();
      }
    }
  }

  private static String responses(String requests) throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      return connection.send(requests.getBytes(ISO_8859_1)).untilClosed();
    }
  }

  /** Sends single bytes until sending fails; the maximum size of headers is far larger. */
  private static boolean isClosedWhileSending(RawHttp connection) throws IOException {
    byte[] one = {'x'};
    for (int i = 0; i < 32 << 20; i++) {
      if (!connection.trySend(one)) {
        return true;
      }
    }
    return false;
  }
}
