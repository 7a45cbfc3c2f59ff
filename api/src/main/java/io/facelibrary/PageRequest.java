package io.facelibrary;

import java.util.Optional;

/**
 * A request for a part of a list.
 *
 * @param size the maximum number of items to return, 1 to {@value #MAX_SIZE}
 * @param token {@link Page#next()} of the preceding page; empty for the first page
 */
public record PageRequest(int size, Optional<String> token) {

  /** The largest page size. */
  public static final int MAX_SIZE = 1000;

  private static final int DEFAULT_SIZE = 100;
  private static final int TOKEN_LENGTH = 4096;

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if the size is out of range, or the token is too long or not
   *     well-formed
   */
  public PageRequest {
    Checks.within(size, "page.size", 1, MAX_SIZE);
    Checks.present(token, "page.token")
        .ifPresent(text -> Checks.wellFormed(text, "page.token", TOKEN_LENGTH));
  }

  /** Returns a request for the first 100 items. */
  public static PageRequest first() {
    return first(DEFAULT_SIZE);
  }

  /**
   * Returns a request for the first items.
   *
   * @param size the maximum number of items to return, 1 to {@value #MAX_SIZE}
   * @throws InvalidRequestException if the size is out of range
   */
  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }

  /**
   * Returns a request for the following page, with the same size.
   *
   * @param token {@link Page#next()} of the preceding page
   */
  public PageRequest after(String token) {
    return new PageRequest(size, Optional.of(Checks.present(token, "page.token")));
  }
}
