package io.facelibrary.aliyun;

import io.facelibrary.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Tokens that hold the position at which a page begins. Each has a checksum over the position, the
 * list and the endpoint. So a token of another list is refused; it neither skips nor repeats
 * elements. Tokens hold no state of this process, so that another process can continue with them.
 */
record PageTokens(String endpoint) {

  String write(String list, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    ByteBuffer token = ByteBuffer.allocate(Integer.BYTES + text.length);
    token.putInt(checksum(list, text)).put(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * Reads the position.
   *
   * @throws InvalidRequestException if the token is not one of this list
   */
  String read(String list, String token) {
    ByteBuffer bytes = ByteBuffer.wrap(decode(token));
    if (bytes.remaining() <= Integer.BYTES) {
      throw foreign();
    }
    int expected = bytes.getInt();
    byte[] position = new byte[bytes.remaining()];
    bytes.get(position);
    if (checksum(list, position) != expected) {
      throw foreign();
    }
    return new String(position, StandardCharsets.UTF_8);
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private int checksum(String list, byte[] position) {
    CRC32C sum = new CRC32C();
    sum.update((endpoint + '\n' + list + '\n').getBytes(StandardCharsets.UTF_8));
    sum.update(position);
    return (int) sum.getValue();
  }

  private static InvalidRequestException foreign() {
    return InvalidRequestException.of("page.token", "must be a token that this list returned");
  }
}
