package io.facelibrary.aliyun.internal.transport;

import com.aliyun.sdk.service.oss2.transport.BinaryData;
import com.aliyun.sdk.service.oss2.transport.HttpClient;
import com.aliyun.sdk.service.oss2.transport.RequestContext;
import com.aliyun.sdk.service.oss2.transport.RequestException;
import com.aliyun.sdk.service.oss2.transport.RequestMessage;
import com.aliyun.sdk.service.oss2.transport.ResponseMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.http.Header;

/**
 * Makes the client library of the object storage send over an {@link Exchange}. The library's own
 * HTTP clients share one thread in the whole process, and log headers.
 *
 * <p>It is not closeable: the library would close it with each of its clients, and a new client is
 * made for each upload grant.
 */
public final class OssTransport implements HttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Exchange exchange;

  /** Creates a transport over an exchange, which the owner of the exchange closes. */
  public OssTransport(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public ResponseMessage send(RequestMessage request, RequestContext context) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.remove(CONTENT_LENGTH);
    try {
      BinaryData body = request.body();
      Exchange.Received received =
          exchange.put(request.uri(), headers, body.toStream(), body.getLength());
      return ResponseMessage.newBuilder()
          .request(request)
          .statusCode(received.status())
          .headers(byName(received.headers()))
          .body(BinaryData.fromBytes(received.body()))
          .build();
    } catch (ExchangeException e) {
      throw new RequestException("the exchange ended without a response", e);
    }
  }

  private static Map<String, String> byName(List<Header> headers) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : headers) {
      byName.put(header.getName(), header.getValue());
    }
    return byName;
  }

  @Override
  public String name() {
    return "facelibrary";
  }
}
