package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests that the protocols use. Every Java platform must provide them. */
final class Hashes {

  private Hashes() {}

  static byte[] hmacSha1(byte[] key, byte[] message) {
    return hmac("HmacSHA1", key, message);
  }

  static byte[] hmacSha256(byte[] key, byte[] message) {
    return hmac("HmacSHA256", key, message);
  }

  static String md5Base64(byte[] message) {
    return Base64.getEncoder().encodeToString(digest("MD5", message));
  }

  static byte[] sha256(byte[] message) {
    return digest("SHA-256", message);
  }

  static String sha256Hex(byte[] message) {
    return HexFormat.of().formatHex(sha256(message));
  }

  /** Compares two texts in a time that does not depend on where they differ. */
  static boolean equalInConstantTime(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + algorithm, e);
    }
  }

  private static byte[] digest(String algorithm, byte[] message) {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + algorithm, e);
    }
  }
}
