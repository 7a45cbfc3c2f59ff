package io.facelibrary.aliyun;

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
 * Lets the storage's client library send over an {@link Exchange}. Its own HTTP clients share one
 * thread in the whole process, and log headers. It is not closeable, since the library would close
 * it with each of its clients, and those change with the right to upload.
 */
final class OssTransport implements HttpClient {
  private static final String CONTENT_LENGTH = "Content-Length";

  private final Exchange exchange;

  OssTransport(Exchange exchange) {
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
      throw new RequestException("the exchange ended without an answer", e);
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
