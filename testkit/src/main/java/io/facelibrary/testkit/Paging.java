package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a list page by page, and fails if a page token repeats. */
final class Paging {
  private Paging() {}

  /** Returns all items, in the order of the pages. */
  static <T> List<T> all(PageRequest first, Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    PageRequest request = first;
    while (true) {
      Page<T> page = list.apply(request);
      assertThat(page.items()).as("a page").hasSizeLessThanOrEqualTo(first.size());
      items.addAll(page.items());
      Optional<String> next = page.next();
      if (next.isEmpty()) {
        return items;
      }
      assertThat(tokens.add(next.get())).as("the page token is new").isTrue();
      request = first.after(next.get());
    }
  }
}
