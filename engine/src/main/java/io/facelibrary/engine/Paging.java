package io.facelibrary.engine;

import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a page out of a sorted list. An element that stays in the list is visited exactly once, even
 * if other elements are added or removed between pages.
 */
final class Paging {
  private Paging() {}

  /** A list that can be read starting at any element. */
  interface Sorted<T> {
    List<T> after(Optional<T> element, int limit);
  }

  static <T> Page<T> page(Sorted<T> all, PageTokens.Of<T> tokens, PageRequest request) {
    // Read one element more than the page holds, to know whether another page follows.
    List<T> rest = all.after(request.token().map(tokens::read), request.size() + 1);
    if (rest.size() <= request.size()) {
      return Page.last(rest);
    }
    List<T> items = rest.subList(0, request.size());
    return new Page<>(items, Optional.of(tokens.after(items.get(items.size() - 1))));
  }
}
