package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facelibrary.green.internal.auth.Authenticator;
import io.facelibrary.green.internal.auth.GatewayError;
import io.facelibrary.green.internal.auth.ReceivedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A JDK HTTP server that records requests and responds with the result of an authenticator. */
public final class AuthenticatingServer implements AutoCloseable {
  private final HttpServer server;
  private final Authenticator authenticator;
  private final ConcurrentLinkedDeque<ReceivedRequest> received = new ConcurrentLinkedDeque<>();

  public AuthenticatingServer(Authenticator authenticator) throws IOException {
    this.authenticator = authenticator;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::respond);
    server.start();
  }

  public String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public ReceivedRequest last() {
    return received.getLast();
  }

  private void respond(HttpExchange exchange) throws IOException {
    ReceivedRequest request = read(exchange);
    received.add(request);
    Optional<GatewayError> error = authenticator.authenticate(request);
    String body =
        error
            .map(
                it ->
                    "{\"Code\":\"%s\",\"Message\":\"%s\",\"RequestId\":\"R-1\"}"
                        .formatted(
                            it.code(), it.message().replace("\"", "\\\"").replace("\n", "\\n")))
            .orElse("{\"code\":200,\"msg\":\"OK\",\"data\":{\"code\":200}}");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(error.map(GatewayError::status).orElse(200), bytes.length);
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
