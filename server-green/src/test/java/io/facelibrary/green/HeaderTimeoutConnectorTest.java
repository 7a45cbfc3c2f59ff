package io.facelibrary.green;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;

class HeaderTimeoutConnectorTest {
  private static final Duration HEAD = Duration.ofSeconds(4321);
  private static final int CONNECTIONS = 5;

  @Test
  void aConnectionThatIsClosedLeavesNoTimerBehind() throws Exception {
    CancelledTimers timers = new CancelledTimers();
    Server server = new Server(new QueuedThreadPool(), timers, null);
    HeaderTimeoutConnector connector =
        new HeaderTimeoutConnector(server, HEAD, new HttpConnectionFactory());
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Answering());
    server.start();

    for (int i = 0; i < CONNECTIONS; i++) {
      try (RawHttp http = new RawHttp(URI.create("http://127.0.0.1:" + connector.getLocalPort()))) {
        assertThat(http.send(RawHttp.post("/", "")).response().status()).isEqualTo(200);
      }
    }

    assertThat(timers.cancelled.await(60, TimeUnit.SECONDS)).isTrue();
    server.stop();
  }

  /** Counts down for each timer of a head that is called off. */
  private static final class CancelledTimers extends ScheduledExecutorScheduler {
    final CountDownLatch cancelled = new CountDownLatch(CONNECTIONS);

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit unit) {
      Task scheduled = super.schedule(task, delay, unit);
      return () -> {
        boolean done = scheduled.cancel();
        if (done && unit.toSeconds(delay) == HEAD.toSeconds()) {
          cancelled.countDown();
        }
        return done;
      };
    }
  }

  private static final class Answering extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      HeaderTimeoutEndPoint.headHasCome(request);
      callback.succeeded();
      return true;
    }
  }
}
