package io.facelibrary;

import java.io.Serializable;

/**
 * The failure of one item of a call. Other items of the same call may have succeeded.
 *
 * @param index the position of the item in the request, from 0
 * @param kind why the item failed, for programs
 * @param reason a more specific reason, for programs: a stable word of the provider in lower case
 *     with hyphens, such as {@code no-face}. If the provider has none, the name of the kind, such
 *     as {@code quota-exceeded}.
 * @param message why the item failed, for people; without an id of a person, a credential or an
 *     image
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

  /** Returns a failure whose reason is the name of its kind. */
  public static ItemFailure of(int index, ErrorKind kind, String message) {
    return new ItemFailure(index, kind, Words.of(Checks.present(kind, "kind")), message);
  }

  /** Returns this failure with a more specific reason. */
  public ItemFailure withReason(String reason) {
    return new ItemFailure(index, kind, reason, message);
  }
}
