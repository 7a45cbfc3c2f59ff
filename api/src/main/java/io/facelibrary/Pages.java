package io.facelibrary;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads lists that a library returns page by page, such as {@link FaceLibrary#listGroups}. */
public final class Pages {
  private Pages() {}

  /**
   * Returns the items of all pages in the order of the pages, such as {@code
   * Pages.stream(library::listGroups)}. A page is requested when its first item is needed, so a
   * stream that ends early requests no further page.
   *
   * <p>The stream throws the exceptions of the list. It throws a {@link FaceLibraryException} of
   * the kind {@link ErrorKind#INTERNAL} if the list returns a page token twice, because such a list
   * has no end.
   *
   * @param list returns one page; called with {@link PageRequest#MAX_SIZE} as the size
   * @param <T> the type of the items
   */
  public static <T> Stream<T> stream(Function<PageRequest, Page<T>> list) {
    Iterator<T> items = new Items<>(Checks.present(list, "list"));
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** Requests the following page when the items of the present one are used up. */
  private static final class Items<T> implements Iterator<T> {
    private final Function<PageRequest, Page<T>> list;
    private final Set<String> tokens = new HashSet<>();
    private Optional<PageRequest> following = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
    private Iterator<T> present = Collections.emptyIterator();

    Items(Function<PageRequest, Page<T>> list) {
      this.list = list;
    }

    @Override
    public boolean hasNext() {
      while (!present.hasNext() && following.isPresent()) {
        PageRequest request = following.get();
        Page<T> page = list.apply(request);
        page.next().ifPresent(this::refuseRepeated);
        present = page.items().iterator();
        following = page.next().map(request::after);
      }
      return present.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return present.next();
    }

    private void refuseRepeated(String token) {
      if (!tokens.add(token)) {
        throw FaceLibraryException.of(
            ErrorKind.INTERNAL, Effect.NONE, "the list returned the same page token twice");
      }
    }
  }
}
