package io.facelibrary.aliyun;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.facelibrary.FaceLibrary;
import io.facelibrary.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on loopback that answers what it is told to, and remembers what it was asked. */
final class StubGreen implements AutoCloseable {
  static final String KEY_ID = "LTAI5tInventedKeyId0";
  static final String KEY_SECRET = "inventedSecret0123456789abcdef";

  static {
    // The JDK's server sends an answer in two parts, and without this the second waits for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Map<String, Function<Asked, Reply>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** One request; the query is as it was sent. */
  record Asked(String method, String path, String query, Headers headers, String body) {
    JsonNode json() {
      return Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
  }

  /** One answer. */
  record Reply(int status, String body, Map<String, String> headers) {
    static Reply ok(String body) {
      return of(200, body);
    }

    static Reply of(int status, String body) {
      return new Reply(status, body, Map.of("Content-Type", "application/json;charset=utf-8"));
    }

    /** An answer of the service that it did not do what it was asked. */
    static Reply refused(int code, String msg) {
      return ok("{\"code\":" + code + ",\"msg\":\"" + msg + "\",\"requestId\":\"R-1\"}");
    }

    /** An answer of the service that it did what it was asked, with this for data. */
    static Reply done(String data) {
      return ok("{\"code\":200,\"msg\":\"OK\",\"requestId\":\"R-1\",\"data\":" + data + "}");
    }

    Reply with(String header, String value) {
      return new Reply(status, body, Map.of("Content-Type", "application/json", header, value));
    }
  }

  StubGreen() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://" + hostAndPort());
  }

  String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Starts a library of this server, with a key that lasts. */
  AliyunFaceLibrary.Builder builder() {
    return AliyunFaceLibrary.builder()
        .endpoint(endpoint())
        .credentials(AliyunCredentials.of(KEY_ID, Secret.of(KEY_SECRET)));
  }

  FaceLibrary open() {
    return builder().open();
  }

  /** Answers these one after the other, then the last again and again. */
  void answers(String path, Reply... replies) {
    Deque<Reply> queue = new ArrayDeque<>(List.of(replies));
    answersBy(path, request -> queue.size() > 1 ? queue.remove() : queue.element());
  }

  /** Answers as the request wants it; asked by one thread at a time. */
  void answersBy(String path, Function<Asked, Reply> answer) {
    answers.put(path, answer);
  }

  /** Returns all requests, in their order. */
  List<Asked> asked() {
    return asked;
  }

  /** Returns the requests of one path, in their order. */
  List<Asked> asked(String path) {
    return asked.stream().filter(it -> it.path().equals(path)).toList();
  }

  /** Returns the only request of a path. */
  Asked onlyAsked(String path) {
    List<Asked> all = asked(path);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " requests of " + path);
    }
    return all.get(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              query == null ? "" : query,
              exchange.getRequestHeaders(),
              body);
      asked.add(request);
      Reply reply =
          answers
              .getOrDefault(request.path(), it -> Reply.of(501, "no answer for " + it.path()))
              .apply(request);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
