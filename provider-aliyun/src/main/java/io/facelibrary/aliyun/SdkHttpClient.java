package io.facelibrary.aliyun;

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
 * Lets the SDK send over an {@link Exchange}. Its own client is one for the whole process, with the
 * settings of whoever came first.
 */
final class SdkHttpClient extends IHttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Exchange exchange;

  SdkHttpClient(Exchange exchange) {
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
    // The SDK's own parsers are not to look at what it cannot read: see GreenClient.
    response.setHttpContent(received.body(), "UTF-8", FormatType.RAW);
    return response;
  }

  @Override
  public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) {
    throw new UnsupportedOperationException("nothing here calls without waiting");
  }

  @Override
  @Deprecated
  public void ignoreSSLCertificate() {
    throw new UnsupportedOperationException("certificates are always checked");
  }

  @Override
  @Deprecated
  public void restoreSSLCertificate() {
    // They were never ignored.
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
