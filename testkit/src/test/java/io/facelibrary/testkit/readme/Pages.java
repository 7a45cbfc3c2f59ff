package io.facelibrary.testkit.readme;

import io.facelibrary.InvalidRequestException;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Returns pages in the order of the ids. A token consists of the name of the list and an id. */
final class Pages {
  private Pages() {}

  static <T> Page<T> of(
      String list, SortedSet<String> ids, Function<String, T> toItem, PageRequest request) {
    String last = request.token().map(token -> lastId(list, token)).orElse("");
    List<String> rest = ids.stream().filter(id -> id.compareTo(last) > 0).toList();
    if (rest.size() <= request.size()) {
      return Page.last(rest.stream().map(toItem).toList());
    }
    List<String> items = rest.subList(0, request.size());
    String token = prefix(list) + items.get(items.size() - 1);
    return new Page<>(items.stream().map(toItem).toList(), Optional.of(token));
  }

  private static String lastId(String list, String token) {
    if (!token.startsWith(prefix(list))) {
      throw InvalidRequestException.of("page.token", "must be one of this list");
    }
    return token.substring(prefix(list).length());
  }

  /** Ends with a line break, which no id contains, so that no prefix starts another one. */
  private static String prefix(String list) {
    return list + "\n";
  }
}
