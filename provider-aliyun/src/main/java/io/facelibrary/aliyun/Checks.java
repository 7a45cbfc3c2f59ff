package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Argument checks of public types. */
final class Checks {
  private Checks() {}

  /**
   * Returns the value.
   *
   * @throws InvalidRequestException if the value is null; the message names the field
   */
  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw InvalidRequestException.of(field, "must not be null");
    }
    return value;
  }
}
