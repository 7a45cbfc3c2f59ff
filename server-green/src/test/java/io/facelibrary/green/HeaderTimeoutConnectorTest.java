package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.green.support.ManualScheduler;
import io.facelibrary.green.support.RawHttp;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time-outs of a request, in virtual time. */
class HeaderTimeoutConnectorTest {
  private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);
  private static final String GROUPS = "/green/sface/groups";
  private static final String HEADERS =
      "POST " + GROUPS + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n";

  private final ManualScheduler scheduler = new ManualScheduler();
  private final Server server = new Server(new QueuedThreadPool(), scheduler, null);
  private final HeaderTimeoutConnector connector =
      new HeaderTimeoutConnector(
          server, HEADER_TIMEOUT, scheduler::nanoTime, new HttpConnectionFactory());
  private HandlerWiring wiring;

  @BeforeEach
  void start() throws Exception {
    ServerConfiguration configuration = new ServerConfiguration();
    configuration.library = Optional.of(InMemoryFaceLibrary.builder().open());
    configuration.anonymous = true;
    configuration.httpLimits = HttpLimits.defaults().withBodyTimeout(BODY_TIMEOUT);
    wiring = new HandlerWiring(configuration, () -> URI.create("http://127.0.0.1"));
    connector.setHost("127.0.0.1");
    // Only the timers of this server may be pending, not those of Jetty's idle time-out.
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    server.setHandler(wiring.requestHandler());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    wiring.close();
  }

  @Test
  void closesAConnectionThatSendsItsHeadersTooSlowly() throws Exception {
    try (RawHttp connection = connect()) {
      connection.send(HEADERS);
      scheduler.awaitPending(1);

      scheduler.advance(HEADER_TIMEOUT.minusNanos(1));
      connection.send("X: ");
      scheduler.advance(Duration.ofNanos(1));

      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void closesAConnectionThatSendsItsSecondHeadersTooSlowly() throws Exception {
    try (RawHttp connection = connect()) {
      int first = connection.send(RawHttp.post(GROUPS, "{}")).response().status();
      scheduler.advance(HEADER_TIMEOUT);
      connection.send(HEADERS);
      scheduler.awaitPending(1);

      scheduler.advance(HEADER_TIMEOUT);

      assertThat(first).isEqualTo(200);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void keepsAConnectionThatIsIdleBetweenRequestsForLongerThanTheTimeout() throws Exception {
    try (RawHttp connection = connect()) {
      int before = connection.send(RawHttp.post(GROUPS, "{}")).response().status();
      scheduler.advance(HEADER_TIMEOUT.multipliedBy(3));
      int after = connection.send(RawHttp.post(GROUPS, "{}")).response().status();

      assertThat(List.of(before, after)).containsExactly(200, 200);
    }
  }

  @Test
  void allowsABodyToTakeLongerThanTheHeaders() throws Exception {
    try (RawHttp connection = connect()) {
      connection.send(HEADERS + "\r\n{");
      scheduler.awaitPending(2);

      scheduler.advance(HEADER_TIMEOUT);
      scheduler.advance(HEADER_TIMEOUT);
      connection.send("}");

      assertThat(connection.response().status()).isEqualTo(200);
    }
  }

  @Test
  void respondsWithATimeoutIfTheBodyIsTooSlow() throws Exception {
    try (RawHttp connection = connect()) {
      connection.send(HEADERS + "\r\n{");
      scheduler.awaitPending(2);

      scheduler.advance(BODY_TIMEOUT);

      assertThat(connection.response().status()).isEqualTo(408);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void allowsAResponseToTakeLongerThanTheHeaders() throws Exception {
    wiring
        .faultInjector()
        .configure(FaultInjection.builder().latency(HEADER_TIMEOUT.multipliedBy(2)).build());
    try (RawHttp connection = connect()) {
      connection.send(RawHttp.post(GROUPS, "{}"));
      scheduler.awaitPending(2);

      scheduler.advance(HEADER_TIMEOUT);
      scheduler.advance(HEADER_TIMEOUT);

      assertThat(connection.response().status()).isEqualTo(200);
    }
  }

  @Test
  void aClosedConnectionLeavesNoTimerBehind() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (RawHttp connection = connect()) {
        assertThat(connection.send(RawHttp.post(GROUPS, "{}")).response().status()).isEqualTo(200);
      }
    }

    scheduler.awaitPending(0);
  }

  private RawHttp connect() throws IOException {
    return new RawHttp(URI.create("http://127.0.0.1:" + connector.getLocalPort()));
  }
}
