package io.facelibrary.resilience;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rules that settings share. Messages name the setting and the limit. */
final class Checks {
  private Checks() {}

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.of(field, "must not be null");
    }
    return value;
  }

  static int within(int value, String field, int min, int max) {
    if (value < min || value > max) {
      throw InvalidRequestException.of(field, "must be from " + min + " to " + max);
    }
    return value;
  }

  static double within(double value, String field, int min, int max) {
    if (!(value >= min && value <= max)) {
      throw InvalidRequestException.of(field, "must be from " + min + " to " + max);
    }
    return value;
  }

  static Duration within(Duration value, String field, Duration min, Duration max) {
    if (present(value, field).compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw InvalidRequestException.of(field, "must be from " + min + " to " + max);
    }
    return value;
  }
}
