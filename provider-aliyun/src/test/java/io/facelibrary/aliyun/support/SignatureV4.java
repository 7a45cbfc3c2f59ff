package io.facelibrary.aliyun.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the signature of a received request.
 *
 * <p>Source: help.aliyun.com, OSS "Include a V4 signature in the Authorization header".
 */
public final class SignatureV4 {
  private SignatureV4() {}

  public static String authorization(
      StubStorage.Put put, String keyId, String secret, String region)
      throws GeneralSecurityException {
    StringBuilder signed = new StringBuilder();
    for (Map.Entry<String, String> header : new TreeMap<>(put.headers()).entrySet()) {
      String name = header.getKey();
      if (name.startsWith("x-oss-") || name.equals("content-type") || name.equals("content-md5")) {
        signed.append(name).append(':').append(header.getValue()).append('\n');
      }
    }
    String canonical =
        String.join("\n", put.method(), put.path(), "", signed.toString(), "", "UNSIGNED-PAYLOAD");
    String time = put.headers().get("x-oss-date");
    String day = time.substring(0, 8);
    String scope = day + "/" + region + "/oss/aliyun_v4_request";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    String toSign =
        String.join("\n", "OSS4-HMAC-SHA256", time, scope, HexFormat.of().formatHex(digest));
    byte[] key = ("aliyun_v4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {day, region, "oss", "aliyun_v4_request"}) {
      key = hmac(key, part);
    }
    return "OSS4-HMAC-SHA256 Credential="
        + keyId
        + "/"
        + scope
        + ",Signature="
        + HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
