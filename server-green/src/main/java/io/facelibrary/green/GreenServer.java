package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A running server that serves a library in the protocol of Alibaba Cloud Green. The caller owns
 * the library: closing the server does not close it.
 */
public final class GreenServer implements AutoCloseable {
  private final HttpServer http;
  private final URI uri;
  private final HandlerWiring wiring;
  private final AtomicBoolean closed = new AtomicBoolean();

  private GreenServer(HttpServer http, HandlerWiring wiring) {
    this.http = http;
    this.uri = http.uri();
    this.wiring = wiring;
  }

  /**
   * Returns the builder of a server. By default the server listens on a free port of the loopback
   * interface, so that only this machine can connect.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the URL to configure in SDKs, such as {@code http://127.0.0.1:49152}. */
  public URI uri() {
    return uri;
  }

  /** Replaces the faults that the server injects into later calls. */
  public void injectFaults(FaultInjection faults) {
    wiring.faultInjector().configure(Checks.present(faults, "faults"));
  }

  /**
   * Injects a fault into the next call to an operation. Faults queue: the second one hits the
   * second call.
   */
  public void failNext(FaultInjection.Fault fault) {
    wiring.faultInjector().failNext(Checks.present(fault, "fault"));
  }

  /**
   * Stops accepting requests, waits for running ones, and releases the port. Further calls have no
   * effect.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        http.stop();
      } finally {
        wiring.close();
      }
    }
  }

  /** Configures and starts a server. */
  public static final class Builder {
    private final ServerConfiguration configuration = new ServerConfiguration();

    private Builder() {}

    /** Sets the library to serve. Required; the server does not close it. */
    public Builder library(FaceLibrary library) {
      configuration.library = Optional.of(Checks.present(library, "library"));
      return this;
    }

    /** Accepts every request, regardless of its signature. For tests on this machine. */
    public Builder anonymous() {
      configuration.anonymous = true;
      return this;
    }

    /**
     * Accepts requests that are signed with this key. May be called for several keys.
     *
     * @throws InvalidRequestException if the id is malformed or already set, or the secret empty
     */
    public Builder credentials(String accessKeyId, Secret accessKeySecret) {
      configuration.keys.permanent(accessKeyId, accessKeySecret);
      configuration.hasKeys = true;
      return this;
    }

    /**
     * Accepts requests that are signed with this key and carry its token, until the key expires.
     *
     * @throws InvalidRequestException as {@link #credentials} does, or if the token is empty
     */
    public Builder temporaryCredentials(
        String accessKeyId, Secret accessKeySecret, Secret securityToken, Instant expires) {
      configuration.keys.temporary(accessKeyId, accessKeySecret, securityToken, expires);
      configuration.hasKeys = true;
      return this;
    }

    /**
     * Accepts only documented requests. By default the server also accepts the retired API versions
     * 2017-01-12 and 2017-08-25, which programs still send. It also accepts ACS3 signatures that do
     * not cover the body, which the official Java SDK sends.
     */
    public Builder strict() {
      configuration.strict = true;
      return this;
    }

    /** Sets the behavior where the documentation of the protocol is silent. */
    public Builder assumptions(ProtocolAssumptions assumptions) {
      configuration.assumptions = Checks.present(assumptions, "assumptions");
      return this;
    }

    /** Sets the HTTP limits, which bound the resources that one client can use. */
    public Builder httpLimits(HttpLimits limits) {
      configuration.httpLimits = Checks.present(limits, "httpLimits");
      return this;
    }

    /** Sets the limits of uploads. */
    public Builder uploadLimits(UploadLimits limits) {
      configuration.uploadLimits = Checks.present(limits, "uploadLimits");
      return this;
    }

    /**
     * Sets the clock; the system clock by default. It determines the age of uploads and signatures
     * and the second of a call. A {@link MutableClock} can also be changed at {@code /admin/clock}.
     * The library has a clock of its own, which may be the same object.
     */
    public Builder clock(Clock clock) {
      configuration.clock = Checks.present(clock, "clock");
      return this;
    }

    /**
     * Sets the network interface to listen on: {@code 127.0.0.1} by default, {@code 0.0.0.0} for
     * all.
     */
    public Builder host(String host) {
      configuration.host = Checks.present(host, "host");
      return this;
    }

    /** Sets the port; 0 (the default) selects a free one. */
    public Builder port(int port) {
      configuration.port = port;
      return this;
    }

    /**
     * Sets the URL that clients upload to if it is not {@link GreenServer#uri()}, for example
     * behind a proxy or in a container.
     */
    public Builder publicUrl(URI url) {
      configuration.publicUrl = Optional.of(Checks.present(url, "publicUrl"));
      return this;
    }

    /** Serves HTTPS instead of HTTP, with the keys of a PKCS #12 or JKS file. */
    public Builder https(Path keyStore, Secret password) {
      configuration.keyStore =
          Optional.of(
              new HttpServer.KeyStoreFile(
                  Checks.present(keyStore, "keyStore"),
                  Checks.present(password, "keyStorePassword")));
      return this;
    }

    /**
     * Downloads images that requests name by an {@code http} or {@code https} URL, and passes their
     * bytes to the library. By default such URLs are passed to libraries that accept URLs, and
     * rejected for other libraries.
     */
    public Builder fetchImages(ImageFetchOptions options) {
      configuration.fetchOptions = Optional.of(Checks.present(options, "fetchImages"));
      return this;
    }

    /** Sets the faults that the server injects from the start; none by default. */
    public Builder faultInjection(FaultInjection faults) {
      configuration.faults = Checks.present(faults, "faultInjection");
      return this;
    }

    /**
     * Adds a listener that is called once for each request, just before its response is sent. It
     * runs on the thread that sends the response, so it must be fast.
     */
    public Builder onRequest(Consumer<RequestEvent> listener) {
      configuration.listeners.add(Checks.present(listener, "onRequest"));
      return this;
    }

    /** Serves a text at {@code /metrics}, in the exposition format of Prometheus. */
    public Builder metricsPage(Supplier<String> text) {
      configuration.metricsPage = Optional.of(Checks.present(text, "metricsPage"));
      return this;
    }

    /**
     * Enables {@code /admin/} for requests with this token. They can change the injected faults,
     * and the clock if it is a {@link MutableClock}. By default these paths do not exist.
     */
    public Builder adminToken(Secret token) {
      configuration.adminToken = Optional.of(Checks.present(token, "adminToken"));
      return this;
    }

    /**
     * Sets how long {@link GreenServer#close()} waits for running requests; 10 seconds by default.
     */
    public Builder stopTimeout(Duration timeout) {
      configuration.stopTimeout = Checks.present(timeout, "stopTimeout");
      return this;
    }

    /**
     * Starts the server.
     *
     * @throws InvalidRequestException if there is no library, neither credentials nor {@link
     *     #anonymous()} or both, or the port is not from 0 to 65535
     * @throws java.io.UncheckedIOException if the port is in use
     */
    public GreenServer start() {
      configuration.check();
      HttpServer http =
          new HttpServer(
              configuration.host,
              configuration.port,
              configuration.keyStore,
              configuration.httpLimits,
              configuration.stopTimeout);
      HandlerWiring wiring = new HandlerWiring(configuration, http::uri);
      try {
        http.start(wiring.requestHandler());
      } catch (RuntimeException e) {
        wiring.close();
        throw e;
      }
      return new GreenServer(http, wiring);
    }
  }
}
