package io.facelibrary.aliyun.internal.transport;

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
 * Causes of an exchange that failed without a response, from the narrowest exception to the widest.
 *
 * <p>Source: the exceptions of Apache HttpClient 4.5.14 and of {@code java.net}, each seen in a
 * test over loopback. The exception does not show whether the service changed anything; see {@link
 * ExchangeException#isRequestStarted()}.
 */
public enum TransportFailure {
  /** All connections stayed in use. */
  NO_CONNECTION(
      ConnectionPoolTimeoutException.class,
      ErrorKind.TIMED_OUT,
      "no connection became free in time; raise max-connections to open more"),

  /** The connection was not opened in time. */
  CONNECT_TIMEOUT(
      ConnectTimeoutException.class, ErrorKind.TIMED_OUT, "the connection was not opened in time"),

  /** The response did not arrive in time. */
  NO_RESPONSE(SocketTimeoutException.class, ErrorKind.TIMED_OUT, "no response arrived in time"),

  /** The thread was interrupted. */
  INTERRUPTED(
      InterruptedIOException.class, ErrorKind.INTERRUPTED, "the calling thread was interrupted"),

  /** The host name has no IP address. */
  UNKNOWN_HOST(
      UnknownHostException.class,
      ErrorKind.UNAVAILABLE,
      "the host name of the endpoint cannot be resolved"),

  /** No server listens there. */
  REFUSED(HttpHostConnectException.class, ErrorKind.UNAVAILABLE, "the connection was refused"),

  /** The TLS handshake failed. */
  TLS(
      SSLException.class,
      ErrorKind.UNAVAILABLE,
      "no secure connection was opened; is the endpoint's certificate trusted here?"),

  /** The proxy opened no tunnel. */
  PROXY(
      ProxyRefusedException.class,
      ErrorKind.UNAVAILABLE,
      "the proxy did not open a connection to the endpoint"),

  /** The server closed the connection before its response. */
  CLOSED(
      NoHttpResponseException.class,
      ErrorKind.UNAVAILABLE,
      "the connection was closed without a response"),

  /** The response is not HTTP. */
  NOT_HTTP(ClientProtocolException.class, ErrorKind.INTERNAL, "the response is not HTTP"),

  /** The body of the response is too large. */
  TOO_LARGE(ResponseTooLargeException.class, ErrorKind.INTERNAL, "the response is too large"),

  /** The headers of the response are too large. */
  TOO_MANY_HEADERS(
      MessageConstraintException.class, ErrorKind.INTERNAL, "the headers are too large"),

  /** Any other failure of the connection. */
  BROKEN(IOException.class, ErrorKind.UNAVAILABLE, "the connection broke");

  private final Class<? extends IOException> exception;
  private final ErrorKind kind;
  private final String description;

  TransportFailure(Class<? extends IOException> exception, ErrorKind kind, String description) {
    this.exception = exception;
    this.kind = kind;
    this.description = description;
  }

  /** Returns the cause of a failure. */
  public static TransportFailure of(ExchangeException failure) {
    if (failure.isTimedOut()) {
      return failure.isRequestStarted() ? NO_RESPONSE : CONNECT_TIMEOUT;
    }
    IOException cause = failure.cause();
    TransportFailure found =
        Stream.of(values()).filter(it -> it.exception.isInstance(cause)).findFirst().orElse(BROKEN);
    // If a request was sent, the TLS handshake had succeeded.
    return found == TLS && failure.isRequestStarted() ? BROKEN : found;
  }

  /** Returns the kind of the failure. */
  public ErrorKind kind() {
    return kind;
  }

  /** Returns a description, a sentence without its full stop. */
  public String description() {
    return description;
  }
}
