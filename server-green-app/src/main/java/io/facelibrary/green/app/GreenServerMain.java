package io.facelibrary.green.app;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.green.GreenServer;
import io.facelibrary.green.GreenServerSettings;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs a server until the process is stopped. The command {@code face-library serve} offers the
 * same {@link GreenServerSettings} and more providers; this program adds {@code /metrics}.
 *
 * <p>{@code FACE_LIBRARY_*} variables select the library, as in {@link
 * FaceLibraries#fromEnvironment}. {@code GREEN_*} variables configure the server. Flags override
 * both: {@code --port=8080} is {@code GREEN_PORT}, {@code --anonymous} is {@code
 * GREEN_ANONYMOUS=true}, {@code --library.profile=green} is {@code FACE_LIBRARY_PROFILE}. Do not
 * pass secrets as flags, because other users of the machine can see them.
 */
public final class GreenServerMain {
  private static final String SERVER = "GREEN_";
  private static final String LIBRARY = "FACE_LIBRARY_";
  private static final String LIBRARY_FLAG = "library.";
  private static final int EXIT_MISUSE = 2;

  private GreenServerMain() {}

  /** Starts the server. Exits with status 2 if a setting is wrong or the port is in use. */
  public static void main(String[] flags) throws InterruptedException {
    PrintStream out = System.out;
    RunningServer running;
    try {
      running = start(System.getenv(), List.of(flags), out::println);
    } catch (FaceLibraryException | UncheckedIOException e) {
      System.err.println("The server cannot start: " + e.getMessage());
      System.exit(EXIT_MISUSE);
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  stopped.countDown();
                },
                "green-stop"));
    stopped.await();
  }

  /**
   * Opens the library and starts a server.
   *
   * @throws InvalidRequestException if a setting is wrong
   * @throws UncheckedIOException if the port is in use
   */
  static RunningServer start(
      Map<String, String> environment, List<String> flags, Consumer<String> print) {
    Map<String, String> variables = withFlags(environment, flags);
    PrometheusMetrics metrics = new PrometheusMetrics();
    GreenServer.Builder builder =
        GreenServer.builder().onRequest(metrics).metricsPage(metrics::page);
    GreenServerSettings.apply(GreenServerSettings.fromEnvironment(variables), builder, print);
    FaceLibrary library = FaceLibraries.fromEnvironment(variables);
    try {
      GreenServer server = builder.library(library).start();
      welcome(server.uri()).forEach(print);
      return new RunningServer(server, library);
    } catch (RuntimeException e) {
      library.close();
      throw e;
    }
  }

  private static Map<String, String> withFlags(
      Map<String, String> environment, List<String> flags) {
    Map<String, String> variables = new TreeMap<>(environment);
    for (String flag : flags) {
      if (!flag.startsWith("--")) {
        throw InvalidRequestException.of("flags", "must have the form --port=8080");
      }
      String[] parts = flag.substring(2).split("=", 2);
      String variable =
          parts[0].startsWith(LIBRARY_FLAG)
              ? LIBRARY + parts[0].substring(LIBRARY_FLAG.length())
              : SERVER + parts[0];
      variables.put(
          variable.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'),
          parts.length == 2 ? parts[1] : "true");
    }
    return variables;
  }

  private static List<String> welcome(URI uri) {
    String hostAndPort = uri.getHost() + ":" + uri.getPort();
    return List.of(
        "Serving at " + uri,
        "Health:     " + uri + "/healthz, " + uri + "/readyz, " + uri + "/metrics",
        "Java SDK:   request.setSysEndpoint(\"%s\"); request.setSysProtocol(ProtocolType.%s)"
            .formatted(hostAndPort, uri.getScheme().toUpperCase(Locale.ROOT)),
        "Python SDK: region_provider.modify_point(\"Green\", region, \"%s\")"
            .formatted(hostAndPort),
        "Go SDK:     request.Domain = \"%s\"; request.Port = \"%d\""
            .formatted(uri.getHost(), uri.getPort()),
        "PHP SDK:    ->host(\"%s\")->scheme(\"%s\")".formatted(hostAndPort, uri.getScheme()),
        "Node SDK:   endpoint: \"%s\"".formatted(uri));
  }

  /**
   * A server and the library that was opened for it.
   *
   * @param server closed first
   * @param library closed after the last request
   */
  record RunningServer(GreenServer server, FaceLibrary library) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      library.close();
    }
  }
}
