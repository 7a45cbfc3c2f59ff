package io.facelibrary.engine;

/**
 * The result of a rule, and the change that the store is to make.
 *
 * @param result the value to return to the caller once the change is stored
 * @param change the change; {@link PersonChange#NONE} for none
 * @param <T> the type of the result
 */
public record Decision<T>(T result, PersonChange change) {

  /** Returns a decision with a change. */
  public static <T> Decision<T> of(T result, PersonChange change) {
    return new Decision<>(result, change);
  }

  /** Returns a decision that changes nothing. */
  public static <T> Decision<T> unchanged(T result) {
    return new Decision<>(result, PersonChange.NONE);
  }
}
