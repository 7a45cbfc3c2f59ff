package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the service asks to wait, in the headers that it may say so in. */
class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, PT7S",
    "retry-after, ' 0 ', PT0S",
    "X-RateLimit-User-API, 'Remain:0,TimeLeft:1200', PT1.2S",
    "x-ratelimit-user, 'Limit:20,Remain:0,TimeLeft:50', PT0.05S",
    "Retry-After, -1, none",
    "Retry-After, soon, none",
    "Retry-After, 'Wed, 21 Oct 2026 07:28:00 GMT', none",
    "Retry-After, 99999999999999999999, none",
    "Retry-After, 86401, none",
    "X-RateLimit-User-API, 'Remain:3,TimeLeft:1200', none",
    "X-Other, 7, none"
  })
  void isReadFromAnswers(String header, String value, String expected) {
    HttpResponse response = new HttpResponse();
    response.putHeaderParameter(header, value);

    assertThat(RetryAfter.of(response).map(Object::toString).orElse("none")).isEqualTo(expected);
  }
}
