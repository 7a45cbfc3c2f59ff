package io.facelibrary.green;

import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running server. It answers as Alibaba Cloud Green does, out of a library that stays the
 * caller's: closing the server does not close it.
 */
public final class GreenServer implements AutoCloseable {
  private static final int MOST_SOURCES = 1_000_000;

  private final HttpServer http;
  private final URI uri;
  private final FaultInjector emulator;
  private final Optional<ImageFetcher> fetcher;
  private final AtomicBoolean closed = new AtomicBoolean();

  private GreenServer(HttpServer http, FaultInjector emulator, Optional<ImageFetcher> fetcher) {
    this.http = http;
    this.uri = http.uri();
    this.emulator = emulator;
    this.fetcher = fetcher;
  }

  /** Starts from a server on a free port of this machine, which only this machine reaches. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the address to point SDKs at, such as {@code http://127.0.0.1:49152}. */
  public URI uri() {
    return uri;
  }

  /** Changes the troubles that the server puts on, for the calls to come. */
  public void emulate(FaultInjection emulation) {
    emulator.emulate(Builder.present(emulation, "emulation"));
  }

  /** Lets a fault befall the next call; several befall the next ones, in this order. */
  public void failNext(FaultInjection.Fault fault) {
    emulator.failNext(Builder.present(fault, "fault"));
  }

  /**
   * Takes no more requests, waits for those under way, and frees the port. Later calls do nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        http.stop();
      } finally {
        fetcher.ifPresent(ImageFetcher::close);
      }
    }
  }

  /** Collects how a server is to be. */
  public static final class Builder {
    private @Nullable FaceLibrary library;
    private final AccessKeys.Builder keys = AccessKeys.builder();
    private boolean hasKeys;
    private boolean anonymous;
    private SignaturePolicy strictness = SignaturePolicy.LENIENT;
    private ProtocolAssumptions assumptions = ProtocolAssumptions.defaults();
    private HttpLimits httpLimits = HttpLimits.defaults();
    private UploadLimits uploadLimits = UploadLimits.defaults();
    private Clock clock = Clock.systemUTC();
    private String host = "127.0.0.1";
    private int port;
    private Duration stopTimeout = Duration.ofSeconds(10);
    private Optional<URI> publicAddress = Optional.empty();
    private Optional<HttpServer.KeyStoreFile> keyStore = Optional.empty();
    private FaultInjection emulation = FaultInjection.none();
    private Optional<ImageFetchOptions> fetching = Optional.empty();
    private final List<Consumer<RequestEvent>> watchers = new ArrayList<>();
    private Optional<Supplier<String>> metricsPage = Optional.empty();
    private Optional<Secret> adminToken = Optional.empty();

    private Builder() {}

    /** Sets the library to serve. It must be set, stays the caller's, and is not closed. */
    public Builder library(FaceLibrary library) {
      this.library = present(library, "library");
      return this;
    }

    /** Lets everybody in, whatever they sign with. For tests on this machine. */
    public Builder anonymous() {
      this.anonymous = true;
      return this;
    }

    /**
     * Lets those in who sign with this key. May be called for several keys.
     *
     * @throws InvalidRequestException if the id is set already or cannot be one, or the secret is
     *     empty
     */
    public Builder credentials(String accessKeyId, Secret accessKeySecret) {
      keys.permanent(accessKeyId, accessKeySecret);
      hasKeys = true;
      return this;
    }

    /**
     * Lets those in who sign with this key and send its token, until it expires.
     *
     * @throws InvalidRequestException as {@link #credentials} does, or if the token is empty
     */
    public Builder temporaryCredentials(
        String accessKeyId, Secret accessKeySecret, Secret securityToken, Instant expires) {
      keys.temporary(accessKeyId, accessKeySecret, securityToken, expires);
      hasKeys = true;
      return this;
    }

    /**
     * Takes nothing but what is documented. Without it the retired versions 2017-01-12 and
     * 2017-08-25 are taken, which programs still send, and signatures of ACS3 that do not cover the
     * body, which the official Java SDK makes.
     */
    public Builder strict() {
      this.strictness = SignaturePolicy.STRICT;
      return this;
    }

    /** Sets what the server takes for true where the protocol's documentation is silent. */
    public Builder assumptions(ProtocolAssumptions assumptions) {
      this.assumptions = present(assumptions, "assumptions");
      return this;
    }

    /** Sets what one client can take of the server. */
    public Builder httpLimits(HttpLimits limits) {
      this.httpLimits = present(limits, "httpLimits");
      return this;
    }

    /** Sets how much may be uploaded. */
    public Builder uploadLimits(UploadLimits limits) {
      this.uploadLimits = present(limits, "uploadLimits");
      return this;
    }

    /**
     * Sets the clock that uploads and signatures age by and calls a second are counted by; the
     * machine's unless set. A {@link MutableClock} can be moved over the admin address too. The
     * library behind the server has a clock of its own, which may be the same.
     */
    public Builder clock(Clock clock) {
      this.clock = present(clock, "clock");
      return this;
    }

    /** Sets the address to listen at: {@code 127.0.0.1} unless set, {@code 0.0.0.0} for all. */
    public Builder host(String host) {
      this.host = present(host, "host");
      return this;
    }

    /** Sets the port, 0 (the default) for any that is free. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /**
     * Sets the address that clients upload to, where it is not the one the server listens at:
     * behind a proxy, or in a container.
     */
    public Builder publicAddress(URI address) {
      this.publicAddress = Optional.of(present(address, "publicAddress"));
      return this;
    }

    /** Serves HTTPS instead of HTTP, with the keys of a PKCS #12 or JKS file. */
    public Builder https(Path keyStore, Secret password) {
      this.keyStore =
          Optional.of(
              new HttpServer.KeyStoreFile(
                  present(keyStore, "keyStore"), present(password, "keyStorePassword")));
      return this;
    }

    /**
     * Fetches pictures that are named by an {@code http} or {@code https} address, and hands their
     * content to the library. Without it, addresses are handed to libraries that take addresses,
     * and refused for others.
     */
    public Builder fetchImages(ImageFetchOptions fetching) {
      this.fetching = Optional.of(present(fetching, "fetchImages"));
      return this;
    }

    /** Sets the troubles that the server puts on from the start; none unless set. */
    public Builder emulation(FaultInjection emulation) {
      this.emulation = present(emulation, "emulation");
      return this;
    }

    /**
     * Tells of every request that was answered. Called on the thread that answers, so it must be
     * quick; may be set several times.
     */
    public Builder onRequest(Consumer<RequestEvent> watcher) {
      watchers.add(present(watcher, "onServed"));
      return this;
    }

    /** Serves a text at {@code /metrics}, in the format that Prometheus reads. */
    public Builder metricsPage(Supplier<String> text) {
      this.metricsPage = Optional.of(present(text, "metricsPage"));
      return this;
    }

    /**
     * Lets the emulation, and the clock if it is a {@link MutableClock}, be changed at {@code
     * /admin/} by who sends this token; nothing is there unless it is set.
     */
    public Builder adminToken(Secret token) {
      this.adminToken = Optional.of(present(token, "adminToken"));
      return this;
    }

    /** Sets how long {@link GreenServer#close()} waits for requests; 10 seconds unless set. */
    public Builder stopTimeout(Duration longest) {
      this.stopTimeout = present(longest, "stopTimeout");
      return this;
    }

    /**
     * Starts the server.
     *
     * @throws InvalidRequestException if there is no library, neither credentials nor {@link
     *     #anonymous()} or both, or the port is not from 0 to 65535
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public GreenServer start() {
      if (library == null) {
        throw InvalidRequestException.of("library", "must be set");
      }
      if (anonymous == hasKeys) {
        throw InvalidRequestException.of(
            "credentials", "must be set, or anonymous() asked for, and not both");
      }
      if (port < 0 || port > 65535) {
        throw InvalidRequestException.of("port", "must be from 0 to 65535");
      }
      HttpServer http =
          new HttpServer(new HttpServer.Listening(host, port, keyStore), httpLimits, stopTimeout);
      AccessKeys known = keys.build();
      Authenticator everybody = request -> Optional.empty();
      UploadTarget place = UploadTarget.DEFAULT;
      UploadedObjects objects = new UploadedObjects(uploadLimits, place.bucket(), clock);
      ObjectUploads uploads =
          new ObjectUploads(
              anonymous ? everybody : new OssAuthenticator(known, clock),
              place,
              objects,
              uploadLimits);
      Optional<ImageFetcher> fetcher = fetching.map(ImageFetcher::new);
      OperationDispatcher operations =
          new HandlerWiring(
                  library,
                  assumptions,
                  new ImageResolver(library.capabilities(), objects, fetcher),
                  new FaceSources(MOST_SOURCES))
              .operations(
                  HandlerWiring.uploadCredentials(
                      known, uploadLimits, clock, () -> publicAddress.orElseGet(http::uri)));
      FaultInjector emulator = new FaultInjector(clock);
      emulator.emulate(emulation);
      RequestRouter desk =
          new RequestRouter(
              anonymous ? everybody : new AcsAuthenticator(known, clock, strictness),
              operations,
              emulator,
              uploads,
              new StatusPages(
                  library,
                  metricsPage,
                  adminToken.map(token -> new AdminHandler(token, emulator, movable(clock)))));
      try {
        http.start(
            new JettyRequestHandler(
                desk, uploads, httpLimits, uploadLimits.objectBytes(), new ReplyWriter(watchers)));
      } catch (RuntimeException e) {
        fetcher.ifPresent(ImageFetcher::close);
        throw e;
      }
      return new GreenServer(http, emulator, fetcher);
    }

    private static Optional<MutableClock> movable(Clock clock) {
      return clock instanceof MutableClock movable ? Optional.of(movable) : Optional.empty();
    }

    private static <T> T present(@Nullable T value, String field) {
      if (value == null) {
        throw InvalidRequestException.of(field, "must not be null");
      }
      return value;
    }
  }
}
