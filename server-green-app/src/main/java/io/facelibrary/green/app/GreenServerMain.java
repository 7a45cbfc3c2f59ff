package io.facelibrary.green.app;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.ProviderSettings;
import io.facelibrary.green.GreenServer;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs a server until the process is told to end.
 *
 * <p>{@code FACE_LIBRARY_*} variables choose the library as {@link FaceLibraries#fromEnvironment}
 * says, {@code GREEN_*} variables set the server, and flags come before both: {@code --port=8080}
 * is {@code GREEN_PORT}, {@code --anonymous} is {@code GREEN_ANONYMOUS=true}, {@code
 * --library.profile=green} is {@code FACE_LIBRARY_PROFILE}. Secrets are better kept out of flags,
 * which other users of the machine can see.
 */
public final class GreenServerMain {
  private static final String SERVER = "GREEN_";
  private static final String LIBRARY = "FACE_LIBRARY_";
  private static final String LIBRARY_FLAG = "library.";
  private static final int MISUSE = 2;

  private GreenServerMain() {}

  /** Starts the server, and ends with status 2 if a setting is wrong or the port taken. */
  public static void main(String[] flags) throws InterruptedException {
    PrintStream out = System.out;
    Running running;
    try {
      running = start(System.getenv(), List.of(flags), out::println);
    } catch (FaceLibraryException | UncheckedIOException e) {
      System.err.println("The server cannot start: " + e.getMessage());
      System.exit(MISUSE);
      return;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  running.close();
                  ended.countDown();
                },
                "green-stop"));
    ended.await();
  }

  /**
   * Starts a server and the library behind it.
   *
   * @throws InvalidRequestException if a setting is wrong
   * @throws UncheckedIOException if the port is taken
   */
  static Running start(
      Map<String, String> environment, List<String> flags, Consumer<String> print) {
    Map<String, String> variables = with(environment, flags);
    ServerSettings settings =
        new ServerSettings(
            ProviderSettings.of(ProviderSettings.fromEnvironment(SERVER, variables)));
    FaceLibrary library = FaceLibraries.fromEnvironment(variables);
    try {
      PrometheusMetrics metrics = new PrometheusMetrics();
      GreenServer.Builder builder =
          GreenServer.builder().library(library).onRequest(metrics).metricsPage(metrics::page);
      settings.configure(builder);
      if (settings.logsAccess()) {
        builder.onRequest(new AccessLog(Clock.systemUTC(), print));
      }
      GreenServer server = builder.start();
      welcome(server.uri()).forEach(print);
      return new Running(server, library);
    } catch (RuntimeException e) {
      library.close();
      throw e;
    }
  }

  private static Map<String, String> with(Map<String, String> environment, List<String> flags) {
    Map<String, String> variables = new TreeMap<>(environment);
    for (String flag : flags) {
      if (!flag.startsWith("--")) {
        throw InvalidRequestException.of("flags", "must look like --port=8080");
      }
      String[] parts = flag.substring(2).split("=", 2);
      String variable =
          parts[0].startsWith(LIBRARY_FLAG)
              ? LIBRARY + parts[0].substring(LIBRARY_FLAG.length())
              : SERVER + parts[0];
      variables.put(
          variable.toUpperCase(Locale.ROOT).replace('-', '_'),
          parts.length == 2 ? parts[1] : "true");
    }
    return variables;
  }

  private static List<String> welcome(URI uri) {
    String place = uri.getHost() + ":" + uri.getPort();
    return List.of(
        "Serving at " + uri,
        "Health:     " + uri + "/healthz, " + uri + "/readyz, " + uri + "/metrics",
        "Java SDK:   request.setSysEndpoint(\"%s\"); request.setSysProtocol(ProtocolType.%s)"
            .formatted(place, uri.getScheme().toUpperCase(Locale.ROOT)),
        "Python SDK: region_provider.modify_point(\"Green\", region, \"%s\")".formatted(place),
        "Go SDK:     request.Domain = \"%s\"; request.Port = \"%d\""
            .formatted(uri.getHost(), uri.getPort()),
        "PHP SDK:    ->host(\"%s\")->scheme(\"%s\")".formatted(place, uri.getScheme()),
        "Node SDK:   endpoint: \"%s\"".formatted(uri));
  }

  /**
   * A server and the library that was opened for it.
   *
   * @param server closed first
   * @param library closed when nobody asks it any more
   */
  record Running(GreenServer server, FaceLibrary library) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      library.close();
    }
  }
}
