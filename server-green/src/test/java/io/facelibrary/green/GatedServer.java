package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A server of the JDK on a free port that keeps what it gets, and answers what the gate says. */
final class GatedServer implements AutoCloseable {
  private final HttpServer server;
  private final Authenticator gate;
  private final ConcurrentLinkedDeque<ReceivedRequest> received = new ConcurrentLinkedDeque<>();

  GatedServer(Authenticator gate) throws IOException {
    this.gate = gate;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  ReceivedRequest last() {
    return received.getLast();
  }

  private void answer(HttpExchange exchange) throws IOException {
    ReceivedRequest request = read(exchange);
    received.add(request);
    Optional<GatewayError> refusal = gate.refusal(request);
    String body =
        refusal
            .map(
                error ->
                    "{\"Code\":\"%s\",\"Message\":\"%s\",\"RequestId\":\"R-1\"}"
                        .formatted(
                            error.code(),
                            error.message().replace("\"", "\\\"").replace("\n", "\\n")))
            .orElse("{\"code\":200,\"msg\":\"OK\",\"data\":{\"code\":200}}");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(refusal.map(GatewayError::status).orElse(200), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static ReceivedRequest read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return new ReceivedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
