package io.facelibrary.engine;

import io.facelibrary.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Tokens that say after which element a page begins. Each carries a check over the element, the
 * list and the library, so that a token of another list is known as foreign instead of skipping or
 * repeating elements.
 */
final class PageTokens {
  private final long library;

  /**
   * Makes tokens of one library.
   *
   * @param library tells it from others
   */
  PageTokens(long library) {
    this.library = library;
  }

  /** The tokens of one list. */
  <T> Of<T> of(String list, Function<String, T> parse, Function<T, String> print) {
    return new Of<>(list, parse, print);
  }

  /** Makes and reads the tokens of one list. */
  final class Of<T> {
    private final String list;
    private final Function<String, T> parse;
    private final Function<T, String> print;

    private Of(String list, Function<String, T> parse, Function<T, String> print) {
      this.list = list;
      this.parse = parse;
      this.print = print;
    }

    String after(T last) {
      byte[] element = print.apply(last).getBytes(StandardCharsets.UTF_8);
      ByteBuffer token = ByteBuffer.allocate(Integer.BYTES + element.length);
      token.putInt(check(list, element)).put(element);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    T read(String token) {
      ByteBuffer bytes = ByteBuffer.wrap(decoded(token));
      if (bytes.remaining() <= Integer.BYTES) {
        throw foreign();
      }
      int expected = bytes.getInt();
      byte[] element = new byte[bytes.remaining()];
      bytes.get(element);
      if (check(list, element) != expected) {
        throw foreign();
      }
      return parse.apply(new String(element, StandardCharsets.UTF_8));
    }
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private int check(String list, byte[] element) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(library).flip());
    sum.update(list.getBytes(StandardCharsets.UTF_8));
    sum.update(element);
    return (int) sum.getValue();
  }

  private static InvalidRequestException foreign() {
    return InvalidRequestException.of("page.token", "must be one that this list answered");
  }
}
