package io.facelibrary;

import java.util.Optional;

/**
 * Asks for a part of a list.
 *
 * @param size the most items to answer, 1 to {@value #MAX_SIZE}
 * @param token {@link Page#next()} of the page before, empty for the first page
 */
public record PageRequest(int size, Optional<String> token) {

  /** The most items that can be asked for. */
  public static final int MAX_SIZE = 1000;

  private static final int DEFAULT_SIZE = 100;
  private static final int TOKEN_LENGTH = 4096;

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if the size is out of range or the token cannot be one
   */
  public PageRequest {
    Checks.within(size, "page.size", 1, MAX_SIZE);
    Checks.present(token, "page.token")
        .ifPresent(text -> Checks.wellFormed(text, "page.token", TOKEN_LENGTH));
  }

  /** Asks for the first 100 items. */
  public static PageRequest first() {
    return first(DEFAULT_SIZE);
  }

  /**
   * Asks for the first items.
   *
   * @throws InvalidRequestException if the size is out of range
   */
  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }

  /**
   * Asks for the page that follows, in the same size.
   *
   * @param token {@link Page#next()} of the page before
   */
  public PageRequest after(String token) {
    return new PageRequest(size, Optional.of(Checks.present(token, "page.token")));
  }
}
