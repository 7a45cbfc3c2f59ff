package io.facelibrary.aliyun.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.facelibrary.FaceImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** An object storage that accepts every object, unless a test sets an error. */
public final class StubStorage implements AutoCloseable {

  /** A received request; the names of the headers are in lower case. */
  public record Put(String method, String path, Map<String, String> headers, FaceImage image) {}

  /** An error to send once. */
  public record Failure(int status, String code, Map<String, String> headers) {}

  private final HttpServer server;
  private final String scheme;
  private final List<Put> puts = new CopyOnWriteArrayList<>();
  private final Deque<Failure> failures = new ConcurrentLinkedDeque<>();

  private StubStorage(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::handle);
    server.start();
  }

  public static StubStorage plain() throws IOException {
    return new StubStorage(HttpServer.create(freePort(), 0), "http");
  }

  public static StubStorage secure(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(freePort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new StubStorage(server, "https");
  }

  private static InetSocketAddress freePort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public URI endpoint() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  public List<Put> puts() {
    return puts;
  }

  public void failNext(int status, String code) {
    failures.add(new Failure(status, code, Map.of()));
  }

  public void failNext(Failure failure) {
    failures.add(failure);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      puts.add(
          new Put(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              headers,
              FaceImage.of(body)));
      exchange.getResponseHeaders().set("x-oss-request-id", "5C3D9175B6FC201293AD0001");
      Failure failure = failures.poll();
      if (failure == null) {
        exchange.getResponseHeaders().set("ETag", "\"ok\"");
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      failure.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] xml = failure.code().isEmpty() ? new byte[0] : error(failure.code(), headers);
      exchange.sendResponseHeaders(failure.status(), xml.length == 0 ? -1 : xml.length);
      exchange.getResponseBody().write(xml);
    }
  }

  /** Returns an error that repeats the signed text and the token, as the storage does. */
  private static byte[] error(String code, Map<String, String> headers) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
            + code
            + "</Code><Message>about "
            + headers.get("x-oss-security-token")
            + "</Message><RequestId>5C3D9175B6FC201293AD0002</RequestId><StringToSign>"
            + headers
            + "</StringToSign></Error>";
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
