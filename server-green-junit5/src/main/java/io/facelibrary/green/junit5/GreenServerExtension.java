package io.facelibrary.green.junit5;

import io.facelibrary.FaceLibrary;
import io.facelibrary.green.GreenServer;
import java.net.URI;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a server with a new library for each test, or once for all tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension
 * final GreenServerExtension green =
 *     GreenServerExtension.over(() -> FaceLibraries.open("inmemory", Map.of()));
 *
 * @Test
 * void findsTheFaceThatWasAdded() {
 *   request.setSysEndpoint(green.endpoint());
 *   ...
 * }
 * }</pre>
 *
 * <p>In an instance field, each test has its own library and server. In a {@code static} field, the
 * tests of the class share them. The extension closes both afterwards. Unless {@link #with} is
 * used, every request is accepted and no fault is injected.
 */
public final class GreenServerExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final Supplier<? extends FaceLibrary> libraries;
  private final UnaryOperator<GreenServer.Builder> settings;
  private boolean shared;
  private @Nullable FaceLibrary library;
  private @Nullable GreenServer server;

  private GreenServerExtension(
      Supplier<? extends FaceLibrary> libraries, UnaryOperator<GreenServer.Builder> settings) {
    this.libraries = libraries;
    this.settings = settings;
  }

  /** Returns an extension that serves libraries from this supplier and closes them. */
  public static GreenServerExtension over(Supplier<? extends FaceLibrary> libraries) {
    return new GreenServerExtension(libraries, GreenServer.Builder::anonymous);
  }

  /**
   * Returns an extension whose servers are configured by this function. The function must also set
   * the access: {@code GreenServer.Builder::anonymous} accepts every request.
   */
  public GreenServerExtension with(UnaryOperator<GreenServer.Builder> settings) {
    return new GreenServerExtension(libraries, settings);
  }

  /** Returns the URL of the server. */
  public URI uri() {
    return server().uri();
  }

  /** Returns host and port in the format of {@code setSysEndpoint} of the Java SDK. */
  public String endpoint() {
    return uri().getHost() + ":" + uri().getPort();
  }

  /** Returns the library of the server, to prepare and inspect its content. */
  public FaceLibrary library() {
    return started(library);
  }

  /** Returns the server, for example to inject a fault into its next call. */
  public GreenServer server() {
    return started(server);
  }

  private static <T> T started(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException(
          "the server runs only during tests, and its field needs @RegisterExtension");
    }
    return it;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared = true;
    start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!shared) {
      start();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!shared) {
      stop();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  private void start() {
    FaceLibrary opened = libraries.get();
    library = opened;
    server = settings.apply(GreenServer.builder().library(opened)).start();
  }

  private void stop() {
    GreenServer running = server;
    FaceLibrary opened = library;
    server = null;
    library = null;
    if (running != null) {
      running.close();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
