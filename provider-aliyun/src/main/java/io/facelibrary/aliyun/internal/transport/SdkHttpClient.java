package io.facelibrary.aliyun.internal.transport;

import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.http.Header;

/**
 * Makes the SDK send over an {@link Exchange}. The SDK's own client is shared by the whole process,
 * with the settings of its first user.
 */
public final class SdkHttpClient extends IHttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Exchange exchange;

  /** Creates a client that sends over an exchange, and closes it. */
  public SdkHttpClient(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  protected void init(HttpClientConfig config) {
    // The exchange has its settings already.
  }

  @Override
  public HttpResponse syncInvoke(HttpRequest request) throws ExchangeException {
    Map<String, String> headers = new HashMap<>(request.getSysHeaders());
    headers.remove(CONTENT_LENGTH);
    Exchange.Received received =
        exchange.post(request.getSysUrl(), headers, request.getHttpContent());
    HttpResponse response = new HttpResponse();
    response.setStatus(received.status());
    for (Header header : received.headers()) {
      response.putHeaderParameter(header.getName(), header.getValue());
    }
    // RAW keeps the SDK from parsing the body; GreenClient parses it.
    response.setHttpContent(received.body(), "UTF-8", FormatType.RAW);
    return response;
  }

  @Override
  public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) {
    throw new UnsupportedOperationException("calls are synchronous here");
  }

  @Override
  @Deprecated
  public void ignoreSSLCertificate() {
    throw new UnsupportedOperationException("certificates are always checked");
  }

  @Override
  @Deprecated
  public void restoreSSLCertificate() {
    // Certificates were never ignored.
  }

  @Override
  public boolean isSingleton() {
    return false;
  }

  @Override
  public void close() {
    exchange.close();
  }
}
