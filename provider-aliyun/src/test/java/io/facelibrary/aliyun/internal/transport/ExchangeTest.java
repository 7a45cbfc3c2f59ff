package io.facelibrary.aliyun.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.protocol.BasicHttpContext;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  @Test
  void closesAnIdleConnectionLongBeforeTheServerDoes() {
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 200, "OK");
    long withoutHeader = Exchange.maxIdleMillis(response, new BasicHttpContext());
    response.addHeader("Keep-Alive", "timeout=5, max=100");

    assertThat(withoutHeader).isEqualTo(30_000);
    assertThat(Exchange.maxIdleMillis(response, new BasicHttpContext())).isEqualTo(2500);
  }
}
