package io.facelibrary.aliyun.internal.transport;

import io.facelibrary.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.http.Header;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultConnectionKeepAliveStrategy;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.ssl.SSLContexts;

/**
 * Sends requests and receives responses over its own connections, which nothing else in the process
 * shares. A request is sent once and never repeated. No exchange exceeds its time limit, and an
 * interrupt of its thread ends it.
 */
public final class Exchange implements AutoCloseable {
  private static final String DEADLINE = "io.facelibrary.aliyun.deadline";
  private static final int SEND_BUFFER = 256 << 10;
  private static final int MAX_RESPONSE_BYTES = 16 << 20;
  // Servers close idle connections unnoticed, and the effect of an add sent over a closed one is
  // unknown. This is the shortest value; the connection skips the check if it was used just now.
  private static final int CHECK_AFTER_IDLE_MILLIS = 1;
  private static final long MAX_IDLE_MILLIS = 30_000;

  private final CloseableHttpClient client;
  private final RequestConfig requestConfig;
  private final Duration untilRequestStarts;
  private final Duration responseTimeout;
  private final DeadlineWatcher deadlines;

  /** Opens no connection yet. */
  public Exchange(ConnectionSettings settings) {
    this(settings, System::nanoTime);
  }

  /**
   * Opens no connection yet.
   *
   * @param nanoTime the time of the deadlines in nanoseconds, as {@link System#nanoTime()} returns
   *     it
   */
  public Exchange(ConnectionSettings settings, LongSupplier nanoTime) {
    deadlines = new DeadlineWatcher(nanoTime);
    requestConfig =
        RequestConfig.custom()
            .setConnectionRequestTimeout(millis(settings.connectionWait()))
            .setConnectTimeout(millis(settings.connectTimeout()))
            .setSocketTimeout(millis(settings.responseTimeout()))
            .setProxy(settings.proxy().map(Exchange::hostOf).orElse(null))
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .build();
    untilRequestStarts = settings.connectionWait().plus(settings.connectTimeout());
    responseTimeout = settings.responseTimeout();
    client =
        HttpClientBuilder.create()
            .setConnectionManager(pool(settings))
            .setRequestExecutor(new TimedExecutor(settings.responseTimeout()))
            .setKeepAliveStrategy(Exchange::maxIdleMillis)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableAuthCaching()
            .disableConnectionState()
            .build();
  }

  /**
   * Returns for how long to keep an idle connection: half of the server's keep-alive time, so that
   * no request races its close.
   */
  static long maxIdleMillis(HttpResponse response, HttpContext context) {
    long keepAlive =
        DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
    return keepAlive > 0 ? Math.min(keepAlive / 2, MAX_IDLE_MILLIS) : MAX_IDLE_MILLIS;
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  private static PoolingHttpClientConnectionManager pool(ConnectionSettings settings) {
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.INSTANCE)
                .register(
                    "https",
                    new SSLConnectionSocketFactory(
                        settings.sslContext().orElseGet(SSLContexts::createDefault)))
                .build(),
            (route, config) -> new StrictConnection());
    pool.setMaxTotal(settings.maxConnections());
    pool.setDefaultMaxPerRoute(settings.maxConnections());
    // A larger buffer would still be sending its bytes while the response time runs.
    pool.setDefaultSocketConfig(SocketConfig.custom().setSndBufSize(SEND_BUFFER).build());
    pool.setValidateAfterInactivity(CHECK_AFTER_IDLE_MILLIS);
    return pool;
  }

  private static HttpHost hostOf(URI url) {
    return new HttpHost(url.getHost(), url.getPort(), url.getScheme());
  }

  /** A complete HTTP response. */
  static final class Received {
    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    private Received(int status, List<Header> headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    int status() {
      return status;
    }

    List<Header> headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }
  }

  /**
   * Sends one POST.
   *
   * @throws ExchangeException if no complete response arrived
   */
  Received post(String url, Map<String, String> headers, byte[] body) throws ExchangeException {
    HttpPost post = new HttpPost(url);
    post.setEntity(new ByteArrayEntity(body));
    return exchange(post, headers, deadlines.start(post::abort, untilRequestStarts));
  }

  /**
   * Sends one PUT. Because its body may be long and the network slow, the response time limit
   * restarts with each part of the body that the socket accepted.
   *
   * @throws ExchangeException if no complete response arrived
   */
  Received put(URI url, Map<String, String> headers, InputStream body, long length)
      throws ExchangeException {
    HttpPut put = new HttpPut(url);
    Deadline deadline = deadlines.start(put::abort, untilRequestStarts);
    put.setEntity(new StreamedBody(body, length, () -> deadline.markSending(responseTimeout)));
    return exchange(put, headers, deadline);
  }

  private Received exchange(HttpRequestBase request, Map<String, String> headers, Deadline deadline)
      throws ExchangeException {
    if (Thread.currentThread().isInterrupted()) {
      deadline.cancel();
      throw new ExchangeException(new InterruptedIOException("before the request"), false, false);
    }
    request.setConfig(requestConfig);
    headers.forEach(request::setHeader);
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(DEADLINE, deadline);
    try (CloseableHttpResponse response = client.execute(request, context)) {
      int status = response.getStatusLine().getStatusCode();
      if (!deadline.isRequestStarted() && HttpStatus.of(status).effect() != Effect.NONE) {
        throw new ProxyRefusedException(status);
      }
      return new Received(status, List.of(response.getAllHeaders()), readBody(response));
    } catch (IOException e) {
      IOException cause = isInterruption(e) ? interruption(e) : e;
      throw new ExchangeException(cause, deadline.isRequestStarted(), deadline.isExpired());
    } finally {
      deadline.cancel();
    }
  }

  /** Recognizes an interrupt: the connection is closed while the thread waits. */
  private static boolean isInterruption(IOException failure) {
    return Thread.currentThread().isInterrupted() && !(failure instanceof SocketTimeoutException);
  }

  private static IOException interruption(IOException failure) {
    return (IOException) new InterruptedIOException("during the exchange").initCause(failure);
  }

  private static byte[] readBody(HttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    long declaredLength = entity.getContentLength();
    if (declaredLength > MAX_RESPONSE_BYTES) {
      throw new ResponseTooLargeException(MAX_RESPONSE_BYTES);
    }
    InputStream in = entity.getContent();
    // With a declared length the array is allocated once, instead of growing.
    byte[] bytes =
        in.readNBytes(declaredLength >= 0 ? (int) declaredLength : MAX_RESPONSE_BYTES + 1);
    if (bytes.length > MAX_RESPONSE_BYTES) {
      throw new ResponseTooLargeException(MAX_RESPONSE_BYTES);
    }
    // Closed only here: closing reads to the end of the stream, and it may have none.
    in.close();
    return bytes;
  }

  /** Ends the running exchanges, and frees the sockets and the thread. */
  @Override
  public void close() {
    deadlines.close();
    try {
      client.close();
    } catch (IOException e) {
      // A socket is closed even if its close method throws.
      throw new UncheckedIOException(e);
    }
  }

  /** Notifies the deadline when the request begins to be sent. */
  private static final class TimedExecutor extends HttpRequestExecutor {
    private final Duration responseTimeout;

    private TimedExecutor(Duration responseTimeout) {
      this.responseTimeout = responseTimeout;
    }

    @Override
    protected HttpResponse doSendRequest(
        HttpRequest request, HttpClientConnection connection, HttpContext context)
        throws IOException, HttpException {
      // CONNECT opens a tunnel through a proxy; it is not yet a request to the service.
      if (context.getAttribute(DEADLINE) instanceof Deadline deadline
          && !request.getRequestLine().getMethod().equals("CONNECT")) {
        deadline.markSending(responseTimeout);
      }
      return super.doSendRequest(request, connection, context);
    }
  }
}
