package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Text as the bytes that are signed, one byte in each char. Signatures are made over bytes: what is
 * not UTF-8 on the wire would be changed, and could be exchanged, if it were read as text first.
 */
final class RawBytesText {
  private static final String HEX = "0123456789ABCDEF";

  private RawBytesText() {}

  /**
   * The bytes of a text that a server took from the wire. Servers read a byte beyond ASCII in two
   * ways: as a character of its own, or as a part of UTF-8. Both lead to the same bytes here.
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

  private static boolean isUtf8(String octets) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(octets)));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static byte[] bytes(String octets) {
    return octets.getBytes(ISO_8859_1);
  }

  /** The text for people; bytes that are no UTF-8 become replacement characters. */
  static String readable(String octets) {
    return new String(bytes(octets), UTF_8);
  }

  /** Undoes percent-encoding; what only looks like it stays as it is. */
  static String decode(String octets, boolean plusIsSpace) {
    if (octets.indexOf('%') < 0 && !(plusIsSpace && octets.indexOf('+') >= 0)) {
      return octets;
    }
    StringBuilder decoded = new StringBuilder(octets.length());
    for (int i = 0; i < octets.length(); i++) {
      char c = octets.charAt(i);
      int octet = c == '%' ? hexadecimal(octets, i + 1) : -1;
      if (octet >= 0) {
        decoded.append((char) octet);
        i += 2;
      } else {
        decoded.append(plusIsSpace && c == '+' ? ' ' : c);
      }
    }
    return decoded.toString();
  }

  private static int hexadecimal(String octets, int at) {
    if (at + 2 > octets.length()) {
      return -1;
    }
    int high = Character.digit(octets.charAt(at), 16);
    int low = Character.digit(octets.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Percent-encodes all but the unreserved characters of RFC 3986, and slashes if asked to. */
  static String encode(String octets, boolean keepSlashes) {
    StringBuilder encoded = new StringBuilder(octets.length() + 16);
    for (int i = 0; i < octets.length(); i++) {
      char c = octets.charAt(i);
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
