package io.facelibrary.cli;

import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads lists of the library page by page, until the list ends or the command is stopped. */
record Pages(StopSignal stopSignal) {

  <T> void forEach(Function<PageRequest, Page<T>> list, Consumer<T> action) {
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
    while (next.isPresent()) {
      stopSignal.check();
      PageRequest request = next.get();
      Page<T> page = list.apply(request);
      page.items().forEach(action);
      next = page.next().map(request::after);
    }
  }
}
