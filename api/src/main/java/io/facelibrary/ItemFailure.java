package io.facelibrary;

import java.io.Serializable;
import java.util.Locale;

/**
 * Why one item of a call failed, while others did not have to.
 *
 * @param index which item, counted from 0 in the order of the request
 * @param kind why, for programs
 * @param reason why, more finely: a stable word of the provider, in lower case with hyphens, such
 *     as {@code no-face}; the kind's own name where the provider has no finer one
 * @param message why, for people; without an id of a person, a credential or a picture
 */
public record ItemFailure(int index, ErrorKind kind, String reason, String message)
    implements Serializable {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if the index is negative or a field is null
   */
  public ItemFailure {
    Checks.within(index, "index", 0, Integer.MAX_VALUE);
    Checks.present(kind, "kind");
    Checks.present(reason, "reason");
    Checks.present(message, "message");
  }

  /** Returns a failure whose reason is its kind. */
  public static ItemFailure of(int index, ErrorKind kind, String message) {
    String reason = Checks.present(kind, "kind").name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new ItemFailure(index, kind, reason, message);
  }

  /** Returns this failure with a finer reason. */
  public ItemFailure withReason(String reason) {
    return new ItemFailure(index, kind, reason, message);
  }
}
