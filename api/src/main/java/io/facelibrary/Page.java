package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items at most as many as the request asked for; an empty page can still have a next one
 * @param next the token to ask for the following page with ({@link PageRequest#after}), empty on
 *     the last page; opaque, and of use for the same list of the same library only
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field is null
   */
  public Page {
    items = Checks.copy(items, "items");
    Checks.present(next, "next");
  }

  /** Returns a page that is the last one. */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, Optional.empty());
  }
}
