package io.facelibrary;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items at most as many items as requested; an empty page may be followed by another page
 * @param next the token of the following page, for {@link PageRequest#after}; empty on the last
 *     page. The token is opaque and valid only for the same list of the same library.
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field or an item is null
   */
  public Page {
    items = Checks.copy(items, "items");
    Checks.present(next, "next");
  }

  /** Returns a last page with these items. */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, Optional.empty());
  }
}
