package io.facelibrary.inmemory;

import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Cuts a page out of a sorted set: an element that stays is visited once, whatever else changes.
 */
final class Paging {
  private Paging() {}

  static <T> Page<T> page(NavigableSet<T> all, PageTokens.Of<T> tokens, PageRequest request) {
    NavigableSet<T> rest =
        request.token().map(token -> all.tailSet(tokens.read(token), false)).orElse(all);
    Iterator<T> elements = rest.iterator();
    List<T> items = new ArrayList<>();
    while (items.size() < request.size() && elements.hasNext()) {
      items.add(elements.next());
    }
    return elements.hasNext()
        ? new Page<>(items, Optional.of(tokens.after(items.get(items.size() - 1))))
        : Page.last(items);
  }
}
