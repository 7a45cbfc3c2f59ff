package io.facelibrary.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A separate process that returns the same body for every request, so that only the client is
 * measured. It prints its port, and ends with its standard input.
 */
public final class CannedServer {
  private static final byte[] BODY =
      ("{\"msg\":\"OK\",\"code\":200,\"requestId\":\"36D384DA-8023-4E84-BCFD-0C5581352C16\","
              + "\"data\":{\"code\":200,\"personId\":\"person1\","
              + "\"faceIds\":[\"31842550077981745\",\"31820666292926465\"],\"deleteCount\":2}}")
          .getBytes(StandardCharsets.UTF_8);

  private CannedServer() {}

  /**
   * Serves.
   *
   * @param args the delay of each response in milliseconds
   */
  public static void main(String[] args) throws IOException {
    int delay = Integer.parseInt(args[0]);
    ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    HttpServer server = HttpServer.create(address(0), 4096);
    server.setExecutor(Executors.newFixedThreadPool(delay == 0 ? 64 : 4));
    server.createContext(
        "/",
        exchange -> {
          drain(exchange);
          if (delay == 0) {
            respond(exchange);
          } else {
            Future<?> unused =
                later.schedule(() -> respond(exchange), delay, TimeUnit.MILLISECONDS);
          }
        });
    server.start();
    System.out.println(server.getAddress().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void drain(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      in.readAllBytes();
    }
  }

  private static void respond(HttpExchange exchange) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, BODY.length);
      exchange.getResponseBody().write(BODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server process. */
  static Running start(int delayMillis) {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.maxIdleConnections=4096",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CannedServer.class.getName(),
            Integer.toString(delayMillis));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String port = process.inputReader(StandardCharsets.UTF_8).readLine();
      return new Running(process, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server process. */
  record Running(Process process, URI uri) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }
}
