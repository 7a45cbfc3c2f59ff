package io.facelibrary.aliyun;

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
import java.util.Optional;
import javax.net.ssl.SSLContext;
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
 * Sends requests and receives answers over connections of its own, which nobody else in the process
 * shares. An exchange is made once and never repeated, and none lasts longer than its time.
 */
final class Exchange implements AutoCloseable {
  private static final String DEADLINE = "io.facelibrary.aliyun.deadline";
  private static final int SEND_BUFFER = 256 << 10;
  private static final int MOST_BYTES = 16 << 20;
  // Servers close idle connections unseen, and an add that meets a closed one has an unknown fate.
  // The least there is; the connection itself spares those that were used just now.
  private static final int CHECK_AFTER_IDLE_MILLIS = 1;
  private static final long LONGEST_IDLE_MILLIS = 30_000;

  private final CloseableHttpClient client;
  private final RequestConfig times;
  private final Duration untilRequestLeaves;
  private final Duration answerTimeout;
  private final Deadlines deadlines = new Deadlines();

  Exchange(Connections settings) {
    times =
        RequestConfig.custom()
            .setConnectionRequestTimeout(millis(settings.connectionWait()))
            .setConnectTimeout(millis(settings.connectTimeout()))
            .setSocketTimeout(millis(settings.answerTimeout()))
            .setProxy(settings.proxy().map(Exchange::host).orElse(null))
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .build();
    untilRequestLeaves = settings.connectionWait().plus(settings.connectTimeout());
    answerTimeout = settings.answerTimeout();
    client =
        HttpClientBuilder.create()
            .setConnectionManager(pool(settings))
            .setRequestExecutor(new TimedExecutor(settings.answerTimeout()))
            .setKeepAliveStrategy(Exchange::longestIdle)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableAuthCaching()
            .disableConnectionState()
            .build();
  }

  /** A server that says how long it keeps a connection is not to be met as it closes it. */
  static long longestIdle(HttpResponse response, HttpContext context) {
    long said = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
    return said > 0 ? Math.min(said / 2, LONGEST_IDLE_MILLIS) : LONGEST_IDLE_MILLIS;
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  private static PoolingHttpClientConnectionManager pool(Connections settings) {
    Optional<SSLContext> trust = settings.trust();
    PoolingHttpClientConnectionManager pool =
        new PoolingHttpClientConnectionManager(
            RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.INSTANCE)
                .register(
                    "https",
                    new SSLConnectionSocketFactory(trust.orElseGet(SSLContexts::createDefault)))
                .build(),
            (route, config) -> new StrictConnection());
    pool.setMaxTotal(settings.most());
    pool.setDefaultMaxPerRoute(settings.most());
    // A line that takes megabytes at once would still be sending them while the answer is timed.
    pool.setDefaultSocketConfig(SocketConfig.custom().setSndBufSize(SEND_BUFFER).build());
    pool.setValidateAfterInactivity(CHECK_AFTER_IDLE_MILLIS);
    return pool;
  }

  private static HttpHost host(URI address) {
    return new HttpHost(address.getHost(), address.getPort(), address.getScheme());
  }

  /** What came back. */
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
   * @throws ExchangeException if no whole answer came
   */
  Received post(String url, Map<String, String> headers, byte[] body) throws ExchangeException {
    HttpPost post = new HttpPost(url);
    post.setEntity(new ByteArrayEntity(body));
    return exchanged(post, headers, deadlines.start(post::abort, untilRequestLeaves));
  }

  /**
   * Sends one PUT. Its body may be long and the line slow: the time for the answer runs from the
   * last part of the body that the line took, and as long for each part.
   *
   * @throws ExchangeException if no whole answer came
   */
  Received put(URI url, Map<String, String> headers, InputStream body, long length)
      throws ExchangeException {
    HttpPut put = new HttpPut(url);
    Deadline deadline = deadlines.start(put::abort, untilRequestLeaves);
    put.setEntity(new StreamedBody(body, length, () -> deadline.requestLeaves(answerTimeout)));
    return exchanged(put, headers, deadline);
  }

  private Received exchanged(
      HttpRequestBase request, Map<String, String> headers, Deadline deadline)
      throws ExchangeException {
    if (Thread.currentThread().isInterrupted()) {
      deadline.cancel();
      throw new ExchangeException(new InterruptedIOException("before the request"), false, false);
    }
    request.setConfig(times);
    headers.forEach(request::setHeader);
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(DEADLINE, deadline);
    try (CloseableHttpResponse response = client.execute(request, context)) {
      int status = response.getStatusLine().getStatusCode();
      if (!deadline.hasRequestLeft() && HttpStatus.of(status).effect() != Effect.NONE) {
        throw new ProxyRefusedException(status);
      }
      return new Received(status, List.of(response.getAllHeaders()), bytes(response));
    } catch (IOException e) {
      IOException cause = isInterruption(e) ? interruption(e) : e;
      throw new ExchangeException(cause, deadline.hasRequestLeft(), deadline.isOver());
    } finally {
      deadline.cancel();
    }
  }

  /** Whoever interrupts a virtual thread closes the socket that it waits at. */
  private static boolean isInterruption(IOException failure) {
    return Thread.currentThread().isInterrupted() && !(failure instanceof SocketTimeoutException);
  }

  private static IOException interruption(IOException failure) {
    return (IOException) new InterruptedIOException("during the exchange").initCause(failure);
  }

  private static byte[] bytes(HttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    long told = entity.getContentLength();
    if (told > MOST_BYTES) {
      throw new ResponseTooLargeException(MOST_BYTES);
    }
    InputStream in = entity.getContent();
    // An array of the very size, where it is told, instead of one that grows.
    byte[] bytes = in.readNBytes(told >= 0 ? (int) told : MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new ResponseTooLargeException(MOST_BYTES);
    }
    // Closed only here: it reads on to the end, and there may be none.
    in.close();
    return bytes;
  }

  /** Ends the exchanges under way, and frees sockets and the thread. */
  @Override
  public void close() {
    deadlines.close();
    try {
      client.close();
    } catch (IOException e) {
      // Sockets that do not close well are closed all the same.
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the deadline when the request leaves. */
  private static final class TimedExecutor extends HttpRequestExecutor {
    private final Duration untilAnswered;

    private TimedExecutor(Duration untilAnswered) {
      this.untilAnswered = untilAnswered;
    }

    @Override
    protected HttpResponse doSendRequest(
        HttpRequest request, HttpClientConnection connection, HttpContext context)
        throws IOException, HttpException {
      // What opens a tunnel through a proxy is no request to the service yet.
      if (context.getAttribute(DEADLINE) instanceof Deadline deadline
          && !request.getRequestLine().getMethod().equals("CONNECT")) {
        deadline.requestLeaves(untilAnswered);
      }
      return super.doSendRequest(request, connection, context);
    }
  }
}
