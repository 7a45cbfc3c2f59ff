package io.facelibrary.aliyun;

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

/** An object storage that takes everything, unless told what to answer instead. */
final class LoopbackStorage implements AutoCloseable {

  /** What came in; the names of the headers are in lower case. */
  record Put(String method, String path, Map<String, String> headers, FaceImage picture) {}

  /** What to answer once. */
  record Refusal(int status, String code, Map<String, String> headers) {}

  private final HttpServer server;
  private final String scheme;
  private final List<Put> puts = new CopyOnWriteArrayList<>();
  private final Deque<Refusal> refusals = new ConcurrentLinkedDeque<>();

  private LoopbackStorage(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::answer);
    server.start();
  }

  static LoopbackStorage plain() throws IOException {
    return new LoopbackStorage(HttpServer.create(free(), 0), "http");
  }

  static LoopbackStorage secure(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(free(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new LoopbackStorage(server, "https");
  }

  private static InetSocketAddress free() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Put> puts() {
    return puts;
  }

  void refuseNext(int status, String code) {
    refusals.add(new Refusal(status, code, Map.of()));
  }

  void refuseNext(Refusal refusal) {
    refusals.add(refusal);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      puts.add(
          new Put(
              exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), headers, FaceImage.of(body)));
      exchange.getResponseHeaders().set("x-oss-request-id", "5C3D9175B6FC201293AD0001");
      Refusal refusal = refusals.poll();
      if (refusal == null) {
        exchange.getResponseHeaders().set("ETag", "\"ok\"");
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      refusal.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] xml = refusal.code().isEmpty() ? new byte[0] : error(refusal.code(), headers);
      exchange.sendResponseHeaders(refusal.status(), xml.length == 0 ? -1 : xml.length);
      exchange.getResponseBody().write(xml);
    }
  }

  /** As the storage does it, the answer repeats what was signed, the token among it. */
  private static byte[] error(String code, Map<String, String> headers) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
            + code
            + "</Code><Message>said of "
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
