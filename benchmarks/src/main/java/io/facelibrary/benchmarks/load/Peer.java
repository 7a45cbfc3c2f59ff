package io.facelibrary.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a separate process. */
record Peer(String name, Process process, URI uri, long startedAt) implements AutoCloseable {
  private static final Path GREEN = Path.of("server-green-app/target/green-server.jar");
  private static final Path WIREMOCK = Path.of("benchmarks/target/peers/wiremock-standalone.jar");

  /** Starts the server with an empty in-memory library. It accepts signed requests. */
  static Peer green(String... jvmFlags) throws IOException {
    List<String> command = java(List.of(jvmFlags));
    command.addAll(List.of("-jar", GREEN.toString()));
    int port = freePort();
    command.add("--port=" + port);
    command.add("--library.provider=inmemory");
    return start("server-green", command, port);
  }

  /** Starts WireMock with one stub, which returns a fixed body for the path. */
  static Peer wireMock(Path folder, String path, String body) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    String stub =
        ("{\"request\":{\"method\":\"POST\",\"urlPath\":\"" + path + "\"},")
            + "\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},"
            + ("\"body\":\"" + body.replace("\"", "\\\"") + "\"}}");
    Files.writeString(mappings.resolve("stub.json"), stub, UTF_8);
    int port = freePort();
    List<String> command = java(List.of("-jar", WIREMOCK.toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--root-dir", folder.toString()));
    // The manual recommends these options for load: the journal would keep every request.
    command.addAll(List.of("--no-request-journal", "--disable-banner"));
    return start("WireMock stub", command, port);
  }

  /** Starts Jetty alone, which returns a constant response. */
  static Peer jetty(Path folder, String body) throws IOException {
    Path file = Files.writeString(folder.resolve("constant.json"), body, UTF_8);
    int port = freePort();
    List<String> command =
        java(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ConstantServer.class.getName(),
                Integer.toString(port),
                file.toString()));
    return start("Jetty, constant", command, port);
  }

  private static List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx1g");
    command.addAll(arguments);
    return command;
  }

  private static Peer start(String name, List<String> command, int port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GREEN_ACCESS_KEY_ID", SignedRequests.KEY);
    builder.environment().put("GREEN_ACCESS_KEY_SECRET", SignedRequests.SECRET);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long now = System.nanoTime();
    Process process = builder.start();
    return new Peer(name, process, URI.create("http://127.0.0.1:" + port), now);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Sends requests until one succeeds, and returns the time since the start of the process. */
  long nanosToFirstResponse(SignedRequests requests, String path) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (System.nanoTime() < deadline && process.isAlive()) {
      Optional<Response> response = send(requests.post(path, "{}"));
      if (response.isPresent() && response.get().isGood()) {
        return System.nanoTime() - startedAt;
      }
    }
    throw new IOException(name + " does not respond");
  }

  private Optional<Response> send(byte[] request) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 1000);
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      byte[] bytes = new byte[1 << 16];
      int count = 0;
      int read = socket.getInputStream().read(bytes);
      while (read > 0) {
        count += read;
        Optional<Response> response = Response.read(bytes, count);
        if (response.isPresent()) {
          return response;
        }
        read = socket.getInputStream().read(bytes, count, bytes.length - count);
      }
    } catch (IOException e) {
      pause();
    }
    return Optional.empty();
  }

  /** Leaves the processor to the starting process. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
