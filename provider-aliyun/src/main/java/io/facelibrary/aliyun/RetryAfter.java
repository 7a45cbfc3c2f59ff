package io.facelibrary.aliyun;

import com.aliyuncs.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the service asks to wait.
 *
 * <p>Sources: {@code Retry-After} in seconds, RFC 9110, section 10.2.3; {@code
 * X-RateLimit-User-API} and {@code X-RateLimit-User} of the form {@code Remain:0,TimeLeft:1200} in
 * milliseconds, as the throttling policy of {@code aliyun-java-sdk-core} 4.7.6 reads them.
 */
final class RetryAfter {
  static final String HEADER = "Retry-After";

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})\\s*");
  private static final Pattern EXHAUSTED =
      Pattern.compile(".*\\bRemain:0+\\b.*\\bTimeLeft:(\\d{1,12})\\b.*");

  private RetryAfter() {}

  static Optional<Duration> of(HttpResponse response) {
    return read(header(response, HEADER), SECONDS)
        .map(Duration::ofSeconds)
        .or(() -> read(header(response, "X-RateLimit-User-API"), EXHAUSTED).map(Duration::ofMillis))
        .or(() -> read(header(response, "X-RateLimit-User"), EXHAUSTED).map(Duration::ofMillis))
        .filter(time -> time.compareTo(LONGEST) <= 0);
  }

  /** Reads the value of {@link #HEADER}. */
  static Optional<Duration> seconds(@Nullable String value) {
    return read(value, SECONDS)
        .map(Duration::ofSeconds)
        .filter(time -> time.compareTo(LONGEST) <= 0);
  }

  /** The SDK looks headers up as they are spelt, and servers spell them as they like. */
  private static @Nullable String header(HttpResponse response, String name) {
    return response.getSysHeaders().entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Long> read(@Nullable String value, Pattern form) {
    if (value == null) {
      return Optional.empty();
    }
    Matcher matcher = form.matcher(value);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }
}
