package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Text that holds the signed bytes, one byte per char. Signatures are computed over bytes. Decoding
 * as UTF-8 first would replace invalid bytes, so that two different requests could share a
 * signature.
 */
final class RawBytesText {
  private static final String HEX = "0123456789ABCDEF";

  private RawBytesText() {}

  /**
   * Returns the bytes of a text that an HTTP server decoded. HTTP servers decode a byte beyond
   * ASCII either as one character or as a part of UTF-8. Both give the same bytes here.
   */
  static String of(String received) {
    int highest = highest(received);
    if (highest < 0x80 || (highest <= 0xFF && isUtf8(received))) {
      return received;
    }
    return new String(received.getBytes(UTF_8), ISO_8859_1);
  }

  private static int highest(String text) {
    int highest = 0;
    for (int i = 0; i < text.length(); i++) {
      highest = Math.max(highest, text.charAt(i));
    }
    return highest;
  }

  private static boolean isUtf8(String rawBytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(rawBytes)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static byte[] bytes(String rawBytes) {
    return rawBytes.getBytes(ISO_8859_1);
  }

  /** Returns readable text; bytes that are not UTF-8 become replacement characters. */
  static String readable(String rawBytes) {
    return new String(bytes(rawBytes), UTF_8);
  }

  /** Decodes percent-encoding; malformed escapes are kept as they are. */
  static String decode(String rawBytes, boolean plusIsSpace) {
    if (rawBytes.indexOf('%') < 0 && !(plusIsSpace && rawBytes.indexOf('+') >= 0)) {
      return rawBytes;
    }
    StringBuilder decoded = new StringBuilder(rawBytes.length());
    for (int i = 0; i < rawBytes.length(); i++) {
      char c = rawBytes.charAt(i);
      int value = c == '%' ? hexadecimal(rawBytes, i + 1) : -1;
      if (value >= 0) {
        decoded.append((char) value);
        i += 2;
      } else {
        decoded.append(plusIsSpace && c == '+' ? ' ' : c);
      }
    }
    return decoded.toString();
  }

  private static int hexadecimal(String rawBytes, int at) {
    if (at + 2 > rawBytes.length()) {
      return -1;
    }
    int high = Character.digit(rawBytes.charAt(at), 16);
    int low = Character.digit(rawBytes.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /**
   * Percent-encodes all characters except the unreserved ones of RFC 3986; optionally keeps
   * slashes.
   */
  static String encode(String rawBytes, boolean keepSlashes) {
    StringBuilder encoded = new StringBuilder(rawBytes.length() + 16);
    for (int i = 0; i < rawBytes.length(); i++) {
      char c = rawBytes.charAt(i);
      if (isUnreserved(c) || (keepSlashes && c == '/')) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.'
        || c == '~';
  }
}
