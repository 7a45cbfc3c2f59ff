package io.facelibrary.green.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests and encodings of clients, written independently of the server. */
public final class ClientCrypto {

  private ClientCrypto() {}

  public static String hmacSha1(String secret, String text) {
    return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret.getBytes(UTF_8), text));
  }

  public static String hmacSha256Hex(byte[] secret, String text) {
    return HexFormat.of().formatHex(hmacSha256(secret, text));
  }

  public static byte[] hmacSha256(byte[] secret, String text) {
    return hmac("HmacSHA256", secret, text);
  }

  public static String md5(byte[] body) {
    return Base64.getEncoder().encodeToString(digest("MD5", body));
  }

  public static String sha256Hex(byte[] body) {
    return HexFormat.of().formatHex(digest("SHA-256", body));
  }

  /** Encodes like HTML forms and the libraries of Python and Go: a space is a plus sign. */
  public static String formEncoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Encodes according to RFC 3986. */
  public static String percentEncoded(String text) {
    return formEncoded(text).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static byte[] hmac(String algorithm, byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
