package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Tokens that say where a page begins. Each carries a check over the place, the list and the
 * endpoint, so that a token of another list is known as foreign instead of skipping or repeating
 * elements. They hold nothing of this process, so that another one can go on with them.
 */
record PageTokens(String endpoint) {

  String write(String list, String place) {
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    ByteBuffer token = ByteBuffer.allocate(Integer.BYTES + text.length);
    token.putInt(check(list, text)).put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * Reads the place.
   *
   * @throws InvalidRequestException if the token is of another list
   */
  String read(String list, String token) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(token));
    if (bytes.remaining() <= Integer.BYTES) {
      throw foreign();
    }
    int expected = bytes.getInt();
    byte[] place = new byte[bytes.remaining()];
    bytes.get(place);
    if (check(list, place) != expected) {
      throw foreign();
    }
    return new String(place, StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private int check(String list, byte[] place) {
    CRC32C sum = new CRC32C();
    sum.update((endpoint + '\n' + list + '\n').getBytes(StandardCharsets.UTF_8));
    sum.update(place);
    return (int) sum.getValue();
  }

  private static InvalidRequestException foreign() {
    return InvalidRequestException.of("page.token", "must be one that this list answered");
  }
}
