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
 * Serves a library of its own to each test, or to all tests of a class.
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
 * <p>In a field of the test each test has its library and its server, in a {@code static} field
 * they are shared by the tests of the class. Library and server are closed afterwards. Everybody is
 * let in and nothing is emulated, unless {@link #with} says otherwise.
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

  /** Returns an extension that serves what is opened here, and closes it. */
  public static GreenServerExtension over(Supplier<? extends FaceLibrary> libraries) {
    return new GreenServerExtension(libraries, GreenServer.Builder::anonymous);
  }

  /**
   * Returns an extension whose servers are set up so. Whom to let in is among it: {@code
   * GreenServer.Builder::anonymous} for everybody.
   */
  public GreenServerExtension with(UnaryOperator<GreenServer.Builder> settings) {
    return new GreenServerExtension(libraries, settings);
  }

  /** Returns the address of the server. */
  public URI uri() {
    return server().uri();
  }

  /** Returns host and port, as {@code setSysEndpoint} of the Java SDK takes them. */
  public String endpoint() {
    return uri().getHost() + ":" + uri().getPort();
  }

  /** Returns the library behind the server, to prepare it and to look into it. */
  public FaceLibrary library() {
    return started(library);
  }

  /** Returns the server, for instance to let a fault befall its next call. */
  public GreenServer server() {
    return started(server);
  }

  private static <T> T started(@Nullable T it) {
    if (it == null) {
      throw new IllegalStateException(
          "the server runs during tests only, and needs @RegisterExtension on its field");
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
