package io.facelibrary.aliyun.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Secret;
import io.facelibrary.aliyun.AliyunCredentials;
import io.facelibrary.aliyun.AliyunFaceLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service on loopback that sends the responses a test sets, and records the requests. */
public final class StubGreen implements AutoCloseable {
  public static final String KEY_ID = "LTAI5tInventedKeyId0";
  public static final String KEY_SECRET = "inventedSecret0123456789abcdef";

  static {
    // The JDK's server sends a response in two parts; otherwise the second is delayed by 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Map<String, Function<Request, Response>> responses = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public StubGreen() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** A request; the query is as it was sent. */
  public record Request(String method, String path, String query, Headers headers, String body) {
    public JsonNode json() {
      return TestJson.parse(body);
    }
  }

  /** A response. */
  public record Response(int status, String body, Map<String, String> headers) {
    public static Response ok(String body) {
      return of(200, body);
    }

    public static Response of(int status, String body) {
      return new Response(status, body, Map.of("Content-Type", "application/json;charset=utf-8"));
    }

    /** Returns an error of the service. */
    public static Response error(int code, String msg) {
      return ok("{\"code\":" + code + ",\"msg\":\"" + msg + "\",\"requestId\":\"R-1\"}");
    }

    /** Returns a successful response with data. */
    public static Response success(String data) {
      return ok("{\"code\":200,\"msg\":\"OK\",\"requestId\":\"R-1\",\"data\":" + data + "}");
    }

    public Response with(String header, String value) {
      return new Response(status, body, Map.of("Content-Type", "application/json", header, value));
    }
  }

  public URI endpoint() {
    return URI.create("http://" + hostAndPort());
  }

  public String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a builder of a library of this service, with a permanent key. */
  public AliyunFaceLibrary.Builder builder() {
    return AliyunFaceLibrary.builder()
        .endpoint(endpoint())
        .responseTimeout(Duration.ofMinutes(1))
        .credentials(AliyunCredentials.of(KEY_ID, Secret.of(KEY_SECRET)));
  }

  public FaceLibrary open() {
    return builder().open();
  }

  /** Sets the responses of a path, in order; the last one is repeated. */
  public void respond(String path, Response... inOrder) {
    Deque<Response> queue = new ArrayDeque<>(List.of(inOrder));
    respondBy(path, request -> queue.size() > 1 ? queue.remove() : queue.element());
  }

  /** Sets a function from request to response, which one thread at a time calls. */
  public void respondBy(String path, Function<Request, Response> response) {
    responses.put(path, response);
  }

  /** Returns all requests, in order. */
  public List<Request> requests() {
    return requests;
  }

  /** Returns the requests of one path, in order. */
  public List<Request> requests(String path) {
    return requests.stream().filter(it -> it.path().equals(path)).toList();
  }

  /** Returns the only request of a path. */
  public Request onlyRequest(String path) {
    List<Request> all = requests(path);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " requests of " + path);
    }
    return all.get(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              query == null ? "" : query,
              exchange.getRequestHeaders(),
              body);
      requests.add(request);
      Response response =
          responses
              .getOrDefault(
                  request.path(), it -> Response.of(501, "no response set for " + it.path()))
              .apply(request);
      response.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
