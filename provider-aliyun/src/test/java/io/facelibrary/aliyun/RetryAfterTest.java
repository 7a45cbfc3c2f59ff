package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "' 7 ',7", "007,7", "86400,86400"})
  void isTheNumberOfSecondsInTheHeader(String value, long seconds) {
    assertThat(RetryAfter.seconds(value)).contains(Duration.ofSeconds(seconds));
    assertThat(asked("Retry-After", value)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+7",
        "1.5",
        "7s",
        "7, 8",
        "soon",
        "0x7",
        "٧",
        "Fri, 31 Dec 1999 23:59:59 GMT",
        "86401",
        "999999999",
        "9223372036854775808",
        "99999999999999999999999999"
      })
  void isEmptyForInvalidTimesAndForTimesAboveADay(String value) {
    assertThat(RetryAfter.seconds(value)).isEmpty();
    assertThat(asked("Retry-After", value)).isEmpty();
  }

  @Test
  void isEmptyWithoutAHeader() {
    assertThat(RetryAfter.seconds(null)).isEmpty();
    assertThat(asked(Map.of())).isEmpty();
    assertThat(asked("Content-Type", "7")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Retry-After", "retry-after", "RETRY-AFTER", "rEtRy-AfTeR"})
  void readsTheHeaderInAnyCase(String name) {
    assertThat(asked(name, "7")).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-RateLimit-User-API",
        "x-ratelimit-user-api",
        "X-RATELIMIT-USER-API",
        "X-RateLimit-User",
        "x-ratelimit-user",
        "X-Ratelimit-User"
      })
  void readsTheRestOfAnExhaustedRateInAnyCase(String name) {
    assertThat(asked(name, "Remain:0,TimeLeft:1200")).contains(Duration.ofMillis(1200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Remain:0,TimeLeft:0|0",
        "Remain:00,TimeLeft:1|1",
        "Limit:10,Remain:0,TimeLeft:1200|1200",
        "Limit:10, Remain:0, TimeLeft:1200, Reset:1|1200",
        "Remain:0,TimeLeft:86400000|86400000"
      })
  void readsMillisecondsAmongOtherThings(String value, long milliseconds) {
    assertThat(asked("X-RateLimit-User", value)).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1200",
        "Remain:1,TimeLeft:1200",
        "Remain:10,TimeLeft:1200",
        "Remain:0",
        "TimeLeft:1200",
        "Remain:0,TimeLeft:-1",
        "Remain:0,TimeLeft:soon",
        "Remain:0,TimeLeft:86400001",
        "Remain:0,TimeLeft:999999999999",
        "Remain:0,TimeLeft:99999999999999999999999"
      })
  void isEmptyUnlessTheRateIsExhaustedAndStatesATime(String value) {
    assertThat(asked("X-RateLimit-User-API", value)).isEmpty();
    assertThat(asked("X-RateLimit-User", value)).isEmpty();
  }

  @Test
  void prefersTheStandardHeaderThenTheRateOfTheOperation() {
    String user = "X-RateLimit-User";
    String api = "X-RateLimit-User-API";

    assertThat(
            asked(
                Map.of(
                    "Retry-After", "7", api, "Remain:0,TimeLeft:1", user, "Remain:0,TimeLeft:2")))
        .contains(Duration.ofSeconds(7));
    assertThat(asked(Map.of(api, "Remain:0,TimeLeft:1", user, "Remain:0,TimeLeft:2")))
        .contains(Duration.ofMillis(1));
    assertThat(asked(Map.of(api, "Remain:5,TimeLeft:1", user, "Remain:0,TimeLeft:2")))
        .contains(Duration.ofMillis(2));
  }

  private static Optional<Duration> asked(String name, String value) {
    return asked(Map.of(name, value));
  }

  private static Optional<Duration> asked(Map<String, String> headers) {
    HttpResponse response = new HttpResponse();
    headers.forEach(response::putHeaderParameter);
    return RetryAfter.of(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {"86401", "soon", "-1", "99999999999999999999"})
  void isReadFromTheNextHeaderIfOneIsUnusable(String value) {
    HttpResponse response = new HttpResponse();
    response.putHeaderParameter("Retry-After", value);
    response.putHeaderParameter("X-RateLimit-User-API", "Remain:0,TimeLeft:99999999999");
    response.putHeaderParameter("X-RateLimit-User", "Remain:0,TimeLeft:1200");

    assertThat(RetryAfter.of(response)).contains(Duration.ofMillis(1200));
  }
}
