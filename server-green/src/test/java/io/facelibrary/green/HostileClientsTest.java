package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceLibrary;
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

/** Clients that drip, flood, or try to have one request read as two. */
class HostileClientsTest {
  private static final String GROUPS = "/green/sface/groups";
  private static final String HEAD = "POST " + GROUPS + " HTTP/1.1\r\nHost: a\r\n";
  private static final String SECOND = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  // Long enough for a head on a machine that is busy.
  private static final Duration HEAD_TIME = Duration.ofSeconds(1);
  private static final Duration LONGER = HEAD_TIME.plusMillis(250);
  private static final int CONNECTIONS = Integer.getInteger("green.idle-connections", 1000);

  private static final FaceLibrary LIBRARY = InMemoryFaceLibrary.builder().greenLimits().open();
  private static GreenServer server;
  private static GreenServer hasty;

  @BeforeAll
  static void start() {
    server = GreenServer.builder().library(LIBRARY).anonymous().start();
    hasty =
        GreenServer.builder()
            .library(LIBRARY)
            .anonymous()
            .httpLimits(HttpLimits.defaults().withHead(HEAD_TIME).withHeaderBytes(64 << 20))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    hasty.close();
  }

  @Test
  void closesAConnectionWhoseHeadComesByteByByteWithoutEnd() throws IOException {
    try (RawHttp connection = new RawHttp(hasty.uri())) {
      connection.send(HEAD + "X: ");

      assertThat(closedWhileDripping(connection)).isTrue();
    }
  }

  @Test
  void closesAConnectionWhoseSecondHeadComesByteByByte() throws IOException {
    try (RawHttp connection = new RawHttp(hasty.uri())) {
      int first = connection.send(RawHttp.post(GROUPS, "{}")).response().status();
      connection.send(HEAD + "X: ");

      assertThat(first).isEqualTo(200);
      assertThat(closedWhileDripping(connection)).isTrue();
    }
  }

  @Test
  void keepsAConnectionThatIsSilentBetweenRequestsForLongerThanAHeadMayTake() throws IOException {
    try (RawHttp silent = new RawHttp(hasty.uri());
        RawHttp dripping = new RawHttp(hasty.uri())) {
      int before = silent.send(RawHttp.post(GROUPS, "{}")).response().status();
      dripping.send(HEAD + "X: ");

      assertThat(closedWhileDripping(dripping)).isTrue();
      int after = silent.send(RawHttp.post(GROUPS, "{}")).response().status();
      assertThat(List.of(before, after)).containsExactly(200, 200);
    }
  }

  @Test
  void givesABodyItsOwnTime() throws IOException {
    HttpLimits limits = HttpLimits.defaults().withHead(HEAD_TIME).withBody(LONGER);
    try (GreenServer patient =
            GreenServer.builder().library(LIBRARY).anonymous().httpLimits(limits).start();
        RawHttp connection = new RawHttp(patient.uri())) {
      connection.send(HEAD + "Content-Length: 9\r\n\r\n{");

      assertThat(connection.response().status()).isEqualTo(408);
    }
  }

  @Test
  void letsAnAnswerTakeLongerThanAHead() throws IOException {
    HttpLimits limits = HttpLimits.defaults().withHead(HEAD_TIME);
    FaultInjection late = FaultInjection.builder().latency(LONGER).build();
    try (GreenServer slow =
            GreenServer.builder()
                .library(LIBRARY)
                .anonymous()
                .httpLimits(limits)
                .emulation(late)
                .start();
        RawHttp connection = new RawHttp(slow.uri())) {
      connection.send(RawHttp.post(GROUPS, "{}"));

      assertThat(connection.response().status()).isEqualTo(200);
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
  void readsNoSecondRequestOutOfOneOfDoubtfulLength(String rest) throws IOException {
    String answers = answers(HEAD + rest + SECOND);

    assertThat(answers).matches("(?s)HTTP/1\\.1 (400|413|501) .*");
    assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSize(2);
    assertThat(answers).doesNotContain("ok\n", "Exception", "eclipse");
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
  void readsNoSecondRequestAfterADoubtfulRequestLine(String request) throws IOException {
    String answers = answers(request + SECOND);

    assertThat(answers).matches("(?s)HTTP/1\\.1 [45].*").doesNotContain("HTTP/1.1 500");
    assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSize(2);
    assertThat(answers).doesNotContain("ok\n", "Exception", "eclipse");
  }

  @Test
  void closesAfterARequestOfAnOlderVersionThatComesInChunks() throws IOException {
    String request = "POST " + GROUPS + " HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";

    String answers = answers(request + SECOND);

    assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSize(2);
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
  void keepsNoObjectWhoseKeyClimbs(String key) throws IOException {
    String answers =
        answers(RawHttp.request("PUT", "/face-library-uploads/" + key, "x", "Connection: close"));

    assertThat(answers).matches("(?s)HTTP/1\\.1 4.*").doesNotContain("Exception");
  }

  @Test
  void answersAHundredRequestsInOnePieceInTheirOrder() throws IOException {
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

  /** {@code -Dgreen.idle-connections=10000} for more, where the system allows as many files. */
  @Test
  void answersWhileManyConnectionsAreIdle() throws IOException {
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

  private static String answers(String requests) throws IOException {
    try (RawHttp connection = new RawHttp(server.uri())) {
      return connection.send(requests.getBytes(ISO_8859_1)).untilClosed();
    }
  }

  /** Sends one byte after the other until it cannot; the limit of headers is far beyond. */
  private static boolean closedWhileDripping(RawHttp connection) {
    byte[] one = {'x'};
    for (int i = 0; i < 32 << 20; i++) {
      try {
        connection.send(one);
      } catch (IOException e) {
        return true;
      }
    }
    return false;
  }
}
