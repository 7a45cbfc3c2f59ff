package io.facelibrary.aliyun.support;

import io.facelibrary.ErrorKind;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Faults on the wire, and the failure that a caller gets. */
@SuppressWarnings("ImmutableEnumChecker") // the scripts hold no mutable state
public enum WireFault {
  CLOSED_WITHOUT_RESPONSE(
      RawServer.Exchange::close, ErrorKind.UNAVAILABLE, "the connection was closed without"),
  CUT_IN_STATUS_LINE(sendThenClose("HTTP/1.1 20"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_IN_PROTOCOL(sendThenClose("HTT"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_AFTER_STATUS_LINE(sendThenClose("HTTP/1.1 200 OK\r\n"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_IN_HEADER(
      sendThenClose("HTTP/1.1 200 OK\r\nContent-Le"), ErrorKind.UNAVAILABLE, "connection broke"),
  CUT_BETWEEN_HEADERS(
      sendThenClose("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_BODY(
      sendThenClose(RawResponse.head(200, "", 100) + "{\"code\":200"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_CHUNK(
      sendThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"code\":200"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_BETWEEN_CHUNKS(
      sendThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"code\":200\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CHUNK_WITHOUT_SIZE(
      sendThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  SILENT(RawServer.Exchange::awaitClose, ErrorKind.TIMED_OUT, "no response arrived in time"),
  SLOW_HEADERS(
      drip("HTTP/1.1 200 OK\r\nX-Slow: "), ErrorKind.TIMED_OUT, "no response arrived in time"),
  SLOW_BODY(
      drip(RawResponse.head(200, "", 1 << 20)), ErrorKind.TIMED_OUT, "no response arrived in time"),
  SHORT_OF_ITS_LENGTH(
      sendThenClose(RawResponse.head(200, "", 20) + "{\"code\":200}"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  LONGER_THAN_ITS_LENGTH(
      send(RawResponse.head(200, "", 5) + "{\"code\":200}"),
      ErrorKind.INTERNAL,
      "5 bytes that are not JSON"),
  BAD_LENGTH(
      send("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"), ErrorKind.INTERNAL, "not HTTP"),
  LONG_LINE(
      sendEndless("HTTP/1.1 200 OK\r\nX-Long: ", "x".repeat(1000)), ErrorKind.INTERNAL, "large"),
  ENDLESS_HEADERS(sendEndless("HTTP/1.1 200 OK\r\n", "X-More: 1\r\n"), ErrorKind.INTERNAL, "large"),
  ENDLESS_BODY(
      sendEndless("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(8000)),
      ErrorKind.INTERNAL,
      "the response is too large"),
  ENDLESS_CHUNKS(
      sendEndless(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
          "1000\r\n" + "x".repeat(4096) + "\r\n"),
      ErrorKind.INTERNAL,
      "the response is too large"),
  NOT_HTTP(send("SSH-2.0-OpenSSH_9.6\r\n"), ErrorKind.INTERNAL, "the response is not HTTP"),
  EMPTY(send(RawResponse.json(200, "")), ErrorKind.INTERNAL, "HTTP status 200 and an empty body"),
  HTML(
      send(RawResponse.html(200)), ErrorKind.INTERNAL, "HTTP status 200 and 26 bytes that are not"),
  HALF_JSON(
      send(RawResponse.json(200, "{\"code\":2")), ErrorKind.INTERNAL, "not JSON from the service"),
  LIST(send(RawResponse.json(200, "[200]")), ErrorKind.INTERNAL, "not JSON from the service"),
  NO_CODE(send(RawResponse.json(200, "{}")), ErrorKind.INTERNAL, "not JSON from the service"),
  MOVED(
      send(RawResponse.of(302, "Location: http://127.0.0.1:1/elsewhere\r\n", "")),
      ErrorKind.INTERNAL,
      "HTTP status 302"),
  BAD_GATEWAY(send(RawResponse.html(502)), ErrorKind.UNAVAILABLE, "HTTP status 502");

  private final RawServer.Script script;
  private final ErrorKind kind;
  private final String description;

  WireFault(RawServer.Script script, ErrorKind kind, String description) {
    this.script = script;
    this.kind = kind;
    this.description = description;
  }

  private static RawServer.Script send(String response) {
    return exchange -> exchange.send(response);
  }

  private static RawServer.Script sendThenClose(String response) {
    return exchange -> {
      exchange.send(response);
      exchange.close();
    };
  }

  /** Sends a start, then the same text repeatedly until the client closes the connection. */
  private static RawServer.Script sendEndless(String start, String rest) {
    return exchange -> {
      exchange.send(start);
      while (true) {
        exchange.send(rest);
      }
    };
  }

  /** Sends a start, then a byte every 20 ms, so that no single wait is long. */
  private static RawServer.Script drip(String start) {
    return exchange -> {
      exchange.send(start);
      ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
      try {
        Future<?> drips =
            timer.scheduleAtFixedRate(() -> sendByte(exchange), 20, 20, TimeUnit.MILLISECONDS);
        exchange.awaitClose();
        drips.cancel(false);
      } finally {
        timer.shutdownNow();
      }
    };
  }

  private static void sendByte(RawServer.Exchange exchange) {
    try {
      exchange.send("x");
    } catch (IOException e) {
      // The client closed the connection.
    }
  }

  public RawServer.Script script() {
    return script;
  }

  public ErrorKind kind() {
    return kind;
  }

  public String description() {
    return description;
  }
}
