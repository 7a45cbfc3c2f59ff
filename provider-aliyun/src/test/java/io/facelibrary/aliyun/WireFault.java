package io.facelibrary.aliyun;

import io.facelibrary.ErrorKind;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What can go wrong on the wire, and what a caller is told of it. */
@SuppressWarnings("ImmutableEnumChecker") // the scripts hold nothing that changes
enum WireFault {
  CLOSED_WITHOUT_ANSWER(
      RawServer.Exchanged::close, ErrorKind.UNAVAILABLE, "the connection was closed without"),
  CUT_IN_STATUS_LINE(sentThenClosed("HTTP/1.1 20"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_IN_PROTOCOL(sentThenClosed("HTT"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_AFTER_STATUS_LINE(sentThenClosed("HTTP/1.1 200 OK\r\n"), ErrorKind.UNAVAILABLE, "broke"),
  CUT_IN_HEADER(
      sentThenClosed("HTTP/1.1 200 OK\r\nContent-Le"), ErrorKind.UNAVAILABLE, "connection broke"),
  CUT_BETWEEN_HEADERS(
      sentThenClosed("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_BODY(
      sentThenClosed(RawResponse.head(200, "", 100) + "{\"code\":200"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_CHUNK(
      sentThenClosed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"code\":200"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CUT_BETWEEN_CHUNKS(
      sentThenClosed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"code\":200\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  CHUNK_WITHOUT_SIZE(
      sentThenClosed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  SILENT(RawServer.Exchanged::waitForClient, ErrorKind.TIMED_OUT, "no answer came in time"),
  SLOW_HEADERS(
      dripping("HTTP/1.1 200 OK\r\nX-Slow: "), ErrorKind.TIMED_OUT, "no answer came in time"),
  SLOW_BODY(
      dripping(RawResponse.head(200, "", 1 << 20)), ErrorKind.TIMED_OUT, "no answer came in time"),
  SHORT_OF_ITS_LENGTH(
      sentThenClosed(RawResponse.head(200, "", 20) + "{\"code\":200}"),
      ErrorKind.UNAVAILABLE,
      "the connection broke"),
  LONGER_THAN_ITS_LENGTH(
      sent(RawResponse.head(200, "", 5) + "{\"code\":200}"),
      ErrorKind.INTERNAL,
      "5 bytes that are no JSON"),
  BAD_LENGTH(
      sent("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"), ErrorKind.INTERNAL, "not HTTP"),
  LONG_LINE(endless("HTTP/1.1 200 OK\r\nX-Long: ", "x".repeat(1000)), ErrorKind.INTERNAL, "large"),
  ENDLESS_HEADERS(endless("HTTP/1.1 200 OK\r\n", "X-More: 1\r\n"), ErrorKind.INTERNAL, "large"),
  ENDLESS_BODY(
      endless("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(8000)),
      ErrorKind.INTERNAL,
      "the answer is too large"),
  ENDLESS_CHUNKS(
      endless(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
          "1000\r\n" + "x".repeat(4096) + "\r\n"),
      ErrorKind.INTERNAL,
      "the answer is too large"),
  NOT_HTTP(sent("SSH-2.0-OpenSSH_9.6\r\n"), ErrorKind.INTERNAL, "the answer is not HTTP"),
  EMPTY(sent(RawResponse.json(200, "")), ErrorKind.INTERNAL, "HTTP status 200 and an empty body"),
  HTML(sent(RawResponse.html(200)), ErrorKind.INTERNAL, "HTTP status 200 and 26 bytes that are no"),
  HALF_JSON(
      sent(RawResponse.json(200, "{\"code\":2")), ErrorKind.INTERNAL, "no JSON of the service"),
  LIST(sent(RawResponse.json(200, "[200]")), ErrorKind.INTERNAL, "no JSON of the service"),
  NO_CODE(sent(RawResponse.json(200, "{}")), ErrorKind.INTERNAL, "no JSON of the service"),
  MOVED(
      sent(RawResponse.of(302, "Location: http://127.0.0.1:1/elsewhere\r\n", "")),
      ErrorKind.INTERNAL,
      "HTTP status 302"),
  BAD_GATEWAY(sent(RawResponse.html(502)), ErrorKind.UNAVAILABLE, "HTTP status 502");

  private final RawServer.Script script;
  private final ErrorKind kind;
  private final String saying;

  WireFault(RawServer.Script script, ErrorKind kind, String saying) {
    this.script = script;
    this.kind = kind;
    this.saying = saying;
  }

  private static RawServer.Script sent(String answer) {
    return exchanged -> exchanged.send(answer);
  }

  private static RawServer.Script sentThenClosed(String answer) {
    return exchanged -> {
      exchanged.send(answer);
      exchanged.close();
    };
  }

  /** Sends a start and then the same again until the client goes away. */
  private static RawServer.Script endless(String start, String rest) {
    return exchanged -> {
      exchanged.send(start);
      while (true) {
        exchanged.send(rest);
      }
    };
  }

  /** Sends a start and then a byte now and then, so that no single wait is long. */
  private static RawServer.Script dripping(String start) {
    return exchanged -> {
      exchanged.send(start);
      ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
      try {
        Future<?> drips =
            timer.scheduleAtFixedRate(() -> drip(exchanged), 20, 20, TimeUnit.MILLISECONDS);
        exchanged.waitForClient();
        drips.cancel(false);
      } finally {
        timer.shutdownNow();
      }
    };
  }

  private static void drip(RawServer.Exchanged exchanged) {
    try {
      exchanged.send("x");
    } catch (IOException e) {
      // The client went away.
    }
  }

  RawServer.Script script() {
    return script;
  }

  ErrorKind kind() {
    return kind;
  }

  String saying() {
    return saying;
  }
}
