package io.facelibrary;

/**
 * Signals that a value, a request or a setting breaks a rule. The library was not changed.
 *
 * <p>The rule is checked before anything is sent, where that is possible. The message names the
 * field and the rule, never the value.
 */
public final class InvalidRequestException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final String field;
  private final String rule;
  private final boolean ofValue;

  private InvalidRequestException(String field, String rule, boolean ofValue) {
    super(
        ErrorKind.INVALID_REQUEST,
        Effect.NONE,
        Checks.present(field, "field") + " " + Checks.present(rule, "rule"));
    this.field = field;
    this.rule = rule;
    this.ofValue = ofValue;
  }

  /**
   * Returns an exception to throw.
   *
   * @param field the field that breaks the rule, such as {@code images[2]}, or the name of a
   *     setting
   * @param rule the rule, worded to follow the field, such as {@code must not be blank}; without
   *     the value
   */
  public static InvalidRequestException of(String field, String rule) {
    return new InvalidRequestException(field, rule, false);
  }

  /** Like {@link #of}, for a value or request that breaks a rule of its own type. */
  static InvalidRequestException ofValue(String field, String rule) {
    return new InvalidRequestException(field, rule, true);
  }

  /** Returns whether a value breaks a rule of its own type, wherever it was constructed. */
  boolean isOfValue() {
    return ofValue;
  }

  /** Returns the field that breaks the rule, such as {@code images[2]}, or the setting's name. */
  public String field() {
    return field;
  }

  /**
   * Returns the rule that the field breaks, such as {@code must not be blank}. {@link #reason()} is
   * the field and the rule together.
   */
  public String rule() {
    return rule;
  }
}
