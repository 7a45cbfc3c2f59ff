package io.facelibrary.aliyun;

import io.facelibrary.ErrorKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.HttpHostConnectException;

/**
 * How an exchange can fail before there is an answer, from the narrowest exception to the widest.
 *
 * <p>Source: the exceptions of Apache HttpClient 4.5.14 and of {@code java.net}, each seen in a
 * test over loopback. Whether anything was changed is not told by the exception but by whether the
 * request had begun to leave: see {@link ExchangeException#sent()}.
 */
enum TransportFailure {
  NO_CONNECTION(
      ConnectionPoolTimeoutException.class,
      ErrorKind.TIMED_OUT,
      "no connection became free in time; more can be open with max-connections"),
  CONNECT_TIMEOUT(
      ConnectTimeoutException.class, ErrorKind.TIMED_OUT, "the connection was not made in time"),
  NO_ANSWER(SocketTimeoutException.class, ErrorKind.TIMED_OUT, "no answer came in time"),
  INTERRUPTED(
      InterruptedIOException.class, ErrorKind.INTERRUPTED, "the calling thread was interrupted"),
  UNKNOWN_HOST(
      UnknownHostException.class,
      ErrorKind.UNAVAILABLE,
      "the host of the endpoint is not known here"),
  REFUSED(HttpHostConnectException.class, ErrorKind.UNAVAILABLE, "the connection was refused"),
  TLS(
      SSLException.class,
      ErrorKind.UNAVAILABLE,
      "no secure connection was made; is the endpoint's certificate trusted here?"),
  PROXY(
      ProxyRefusedException.class,
      ErrorKind.UNAVAILABLE,
      "the proxy did not let the connection through"),
  CLOSED(
      NoHttpResponseException.class,
      ErrorKind.UNAVAILABLE,
      "the connection was closed without an answer"),
  NOT_HTTP(ClientProtocolException.class, ErrorKind.INTERNAL, "the answer is not HTTP"),
  TOO_LARGE(ResponseTooLargeException.class, ErrorKind.INTERNAL, "the answer is too large"),
  TOO_MANY_HEADERS(
      MessageConstraintException.class, ErrorKind.INTERNAL, "the headers are too large"),
  BROKEN(IOException.class, ErrorKind.UNAVAILABLE, "the connection broke");

  private final Class<? extends IOException> exception;
  private final ErrorKind kind;
  private final String saying;

  TransportFailure(Class<? extends IOException> exception, ErrorKind kind, String saying) {
    this.exception = exception;
    this.kind = kind;
    this.saying = saying;
  }

  static TransportFailure of(ExchangeException failure) {
    if (failure.outOfTime()) {
      return failure.sent() ? NO_ANSWER : CONNECT_TIMEOUT;
    }
    IOException cause = failure.cause();
    TransportFailure found =
        Stream.of(values()).filter(it -> it.exception.isInstance(cause)).findFirst().orElse(BROKEN);
    // A secure connection that carried a request was made, whatever ended it.
    return found == TLS && failure.sent() ? BROKEN : found;
  }

  ErrorKind kind() {
    return kind;
  }

  String saying() {
    return saying;
  }
}
