package io.facelibrary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The failure of one item of a call. Other items of the same call may have succeeded. */
public final class ItemFailure implements Serializable {

  private static final long serialVersionUID = 1;

  // Converted once: a full person rejects each image of a call.
  private static final Map<ErrorKind, String> REASONS =
      new EnumMap<>(
          Arrays.stream(ErrorKind.values())
              .collect(Collectors.toMap(Function.identity(), Words::of)));

  private final int index;
  private final ErrorKind kind;
  private final String reason;
  private final String message;

  private ItemFailure(int index, ErrorKind kind, String reason, String message) {
    this.index = Checks.within(index, "index", 0, Integer.MAX_VALUE);
    this.kind = Checks.present(kind, "kind");
    this.reason = Checks.present(reason, "reason");
    this.message = Checks.present(message, "message");
  }

  /**
   * Returns a failure whose reason is the name of its kind.
   *
   * @param index the position of the item in the request, from 0
   * @param message why the item failed, for people; without an id of a person, a credential or an
   *     image
   * @throws InvalidRequestException if the index is negative or an argument is null
   */
  public static ItemFailure of(int index, ErrorKind kind, String message) {
    return new ItemFailure(
        index, kind, Objects.requireNonNull(REASONS.get(Checks.present(kind, "kind"))), message);
  }

  /**
   * Returns this failure with a more specific reason.
   *
   * @param reason a stable word of the provider in lower case with hyphens, such as {@code no-face}
   */
  public ItemFailure withReason(String reason) {
    return new ItemFailure(index, kind, reason, message);
  }

  /** Returns the position of the item in the request, from 0. */
  public int index() {
    return index;
  }

  /** Returns why the item failed, for programs. */
  public ErrorKind kind() {
    return kind;
  }

  /**
   * Returns a more specific reason, for programs: a stable word of the provider in lower case with
   * hyphens, such as {@code no-face}. If the provider has none, the name of the kind, such as
   * {@code quota-exceeded}.
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns why the item failed, for people; without an id of a person, a credential or an image.
   */
  public String message() {
    return message;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemFailure that
        && index == that.index
        && kind.equals(that.kind)
        && reason.equals(that.reason)
        && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, kind, reason, message);
  }

  @Override
  public String toString() {
    return "ItemFailure[index="
        + index
        + ", kind="
        + kind
        + ", reason="
        + reason
        + ", message="
        + message
        + "]";
  }
}
