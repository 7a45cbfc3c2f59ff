package io.facelibrary.aliyun;

import com.aliyuncs.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time for which the service asks the client to wait before a retry.
 *
 * <p>Sources: {@code Retry-After} in seconds, RFC 9110, section 10.2.3; {@code
 * X-RateLimit-User-API} and {@code X-RateLimit-User} of the form {@code Remain:0,TimeLeft:1200} in
 * milliseconds, as the throttling policy of {@code aliyun-java-sdk-core} 4.7.6 reads them.
 */
final class RetryAfter {
  static final String HEADER = "Retry-After";

  private static final Duration MAX_WAIT = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})\\s*");
  private static final Pattern EXHAUSTED =
      Pattern.compile(".*\\bRemain:0+\\b.*\\bTimeLeft:(\\d{1,12})\\b.*");

  private RetryAfter() {}

  static Optional<Duration> of(HttpResponse response) {
    return seconds(header(response, HEADER))
        .or(() -> timeLeft(header(response, "X-RateLimit-User-API")))
        .or(() -> timeLeft(header(response, "X-RateLimit-User")));
  }

  /** Reads a value of {@link #HEADER}. */
  static Optional<Duration> seconds(@Nullable String value) {
    return read(value, SECONDS, ChronoUnit.SECONDS);
  }

  private static Optional<Duration> timeLeft(@Nullable String value) {
    return read(value, EXHAUSTED, ChronoUnit.MILLIS);
  }

  /** Looks up a header ignoring case; the SDK does not ignore it, and servers write any case. */
  private static @Nullable String header(HttpResponse response, String name) {
    return response.getSysHeaders().entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Duration> read(@Nullable String value, Pattern form, ChronoUnit unit) {
    if (value == null) {
      return Optional.empty();
    }
    Matcher matcher = form.matcher(value);
    return matcher.matches()
        ? Optional.of(Duration.of(Long.parseLong(matcher.group(1)), unit))
            .filter(time -> time.compareTo(MAX_WAIT) <= 0)
        : Optional.empty();
  }
}
