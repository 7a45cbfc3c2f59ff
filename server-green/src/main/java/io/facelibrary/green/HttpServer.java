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
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up for one connector. */
final class HttpServer {
  private static final String HTTP_1_1 = "http/1.1";
  private static final long IDLE_WHEN_STOPPING = 50;
  // The 50 of the platform are full at once when many clients start; each refused waits a second.
  private static final int WAITING_TO_BE_ACCEPTED = 1024;

  private final Server server;
  private final ServerConnector connector;
  private final String scheme;

  HttpServer(Listening listening, HttpLimits limits, Duration stopTimeout) {
    QueuedThreadPool threads = new QueuedThreadPool(limits.threads());
    threads.setName("green");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = connector(server, listening.keys(), limits);
    connector.setHost(listening.host());
    connector.setPort(listening.port());
    connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
    connector.setIdleTimeout(limits.idle().toMillis());
    // Stopping closes connections on which nothing is under way; they need no second to be idle.
    connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setErrorHandler(new HttpErrors());
    server.setStopTimeout(stopTimeout.toMillis());
    scheme = listening.keys().isPresent() ? "https" : "http";
  }

  private static ServerConnector connector(
      Server server, Optional<KeyStoreFile> keys, HttpLimits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(limits.headerBytes());
    configuration.setSendServerVersion(false);
    // By default Jetty takes lines that end in LF alone, where others before it may see no end.
    configuration.setHttpCompliance(HttpCompliance.STRICT);
    if (keys.isEmpty()) {
      return new HeaderTimeoutConnector(
          server, limits.head(), new HttpConnectionFactory(configuration));
    }
    // Clients come by address as well as by any name that is set up for the machine.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keys.get().file().toUri().toString());
    tls.setKeyStorePassword(keys.get().password().reveal());
    return new HeaderTimeoutConnector(
        server,
        limits.head(),
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
      throw new IllegalStateException("the HTTP server could not start", e);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server could not stop", e);
    }
  }

  URI uri() {
    String host = connector.getHost();
    String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    String authority = reachable.contains(":") ? "[" + reachable + "]" : reachable;
    return URI.create(scheme + "://" + authority + ":" + connector.getLocalPort());
  }

  /**
   * Where to listen.
   *
   * @param host an address of this machine
   * @param port 0 for any that is free
   * @param keys for HTTPS
   */
  record Listening(String host, int port, Optional<KeyStoreFile> keys) {}

  /** A key store in a file. */
  record KeyStoreFile(Path file, Secret password) {}
}
