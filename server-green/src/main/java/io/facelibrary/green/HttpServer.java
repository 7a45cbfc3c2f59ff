package io.facelibrary.green;

import io.facelibrary.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty server with one connector. */
final class HttpServer {
  private static final String HTTP_1_1 = "http/1.1";
  private static final long IDLE_TIMEOUT_WHEN_STOPPING = 50;
  // The default of 50 overflows when many clients connect together; a rejected client waits a
  // second.
  private static final int ACCEPT_QUEUE_SIZE = 1024;

  private final Server server;
  private final ServerConnector connector;
  private final String scheme;

  /**
   * @param host the network interface to listen on
   * @param port 0 for a free one
   * @param keys the keys for HTTPS; empty for HTTP
   */
  HttpServer(
      String host, int port, Optional<KeyStoreFile> keys, HttpLimits limits, Duration stopTimeout) {
    QueuedThreadPool threads = new QueuedThreadPool(limits.threads());
    threads.setName("green");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = connector(server, keys, limits);
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
    connector.setIdleTimeout(limits.idleTimeout().toMillis());
    // Stopping closes connections without a running request almost immediately.
    connector.setShutdownIdleTimeout(IDLE_TIMEOUT_WHEN_STOPPING);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setErrorHandler(new HttpErrors());
    server.setStopTimeout(stopTimeout.toMillis());
    scheme = keys.isPresent() ? "https" : "http";
  }

  private static ServerConnector connector(
      Server server, Optional<KeyStoreFile> keys, HttpLimits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(limits.headerBytes());
    configuration.setSendServerVersion(false);
    // By default Jetty accepts lines that end in LF alone, where a proxy may not see a line end.
    configuration.setHttpCompliance(HttpCompliance.STRICT);
    if (keys.isEmpty()) {
      return new HeaderTimeoutConnector(
          server, limits.headerTimeout(), NanoTime::now, new HttpConnectionFactory(configuration));
    }
    // Clients use IP addresses as well as any name of the machine, so the SNI host is not checked.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keys.get().file().toUri().toString());
    tls.setKeyStorePassword(keys.get().password().reveal());
    return new HeaderTimeoutConnector(
        server,
        limits.headerTimeout(),
        NanoTime::now,
        new SslConnectionFactory(tls, HTTP_1_1),
        new HttpConnectionFactory(configuration));
  }

  void start(Handler handler) {
    server.setHandler(new GracefulHandler(handler));
    try {
      server.start();
    } catch (IOException e) {
      stop();
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      stop();
      throw new IllegalStateException("the HTTP server cannot start", e);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server cannot stop", e);
    }
  }

  URI uri() {
    String host = connector.getHost();
    String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    String authority = reachable.contains(":") ? "[" + reachable + "]" : reachable;
    return URI.create(scheme + "://" + authority + ":" + connector.getLocalPort());
  }

  /** A key store in a file. */
  record KeyStoreFile(Path file, Secret password) {}
}
