package io.facelibrary.engine;

import io.facelibrary.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Page tokens. A token holds the element after which a page begins and a checksum over the element,
 * the list and the library. A token of another list is therefore rejected, instead of skipping or
 * repeating elements.
 */
final class PageTokens {
  private final String library;

  /**
   * Creates the tokens of one library.
   *
   * @param library the library's identity
   */
  PageTokens(String library) {
    this.library = library;
  }

  /** Returns the tokens of one list. */
  <T> Of<T> of(String list, Function<String, T> parse, Function<T, String> print) {
    return new Of<>(list, parse, print);
  }

  /** Encodes and decodes the tokens of one list. */
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
      token.putInt(checksum(list, element)).put(element);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    T read(String token) {
      ByteBuffer bytes = ByteBuffer.wrap(decode(token));
      if (bytes.remaining() <= Integer.BYTES) {
        throw foreign();
      }
      int expected = bytes.getInt();
      byte[] element = new byte[bytes.remaining()];
      bytes.get(element);
      if (checksum(list, element) != expected) {
        throw foreign();
      }
      return parse.apply(new String(element, StandardCharsets.UTF_8));
    }
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private int checksum(String list, byte[] element) {
    CRC32C sum = new CRC32C();
    sum.update(library.getBytes(StandardCharsets.UTF_8));
    sum.update(0); // ends the identity
    sum.update(list.getBytes(StandardCharsets.UTF_8));
    sum.update(element);
    return (int) sum.getValue();
  }

  private static InvalidRequestException foreign() {
    return InvalidRequestException.of("page.token", "must be a token that this list returned");
  }
}
