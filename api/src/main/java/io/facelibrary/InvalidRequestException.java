package io.facelibrary;

/**
 * A value, a request or a setting breaks a rule. Found before anything is sent where that can be
 * known; nothing was changed. The message names the field and the rule, never the value.
 */
public final class InvalidRequestException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final String field;
  private final boolean ofValue;

  private InvalidRequestException(String field, String rule, boolean ofValue) {
    super(
        ErrorKind.INVALID_REQUEST,
        Effect.NONE,
        Checks.present(field, "field") + " " + Checks.present(rule, "rule"));
    this.field = field;
    this.ofValue = ofValue;
  }

  /**
   * Returns an exception to throw.
   *
   * @param field what breaks the rule, such as {@code images[2]}
   * @param rule the rule, worded so that it follows the field: {@code must not be blank}
   */
  public static InvalidRequestException of(String field, String rule) {
    return new InvalidRequestException(field, rule, false);
  }

  /** As {@link #of}, for a value or request that breaks a rule of its own type. */
  static InvalidRequestException ofValue(String field, String rule) {
    return new InvalidRequestException(field, rule, true);
  }

  /** Whether a value broke a rule of its type, whoever made it. */
  boolean isOfValue() {
    return ofValue;
  }

  /** What breaks the rule: a field such as {@code images[2]}, or the name of a setting. */
  public String field() {
    return field;
  }
}
