package io.facelibrary.engine;

import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a page out of a sorted list: an element that stays is visited once, whatever else changes.
 */
final class Paging {
  private Paging() {}

  /** A list that can be read from any element on. */
  interface Sorted<T> {
    List<T> after(Optional<T> element, int most);
  }

  static <T> Page<T> page(Sorted<T> all, PageTokens.Of<T> tokens, PageRequest request) {
    // One more than a page holds tells whether there is another page.
    List<T> rest = all.after(request.token().map(tokens::read), request.size() + 1);
    if (rest.size() <= request.size()) {
      return Page.last(rest);
    }
    List<T> items = rest.subList(0, request.size());
    return new Page<>(items, Optional.of(tokens.after(items.get(items.size() - 1))));
  }
}
