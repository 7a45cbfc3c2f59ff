package io.facelibrary.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates requests like those of the official clients: signed, each with a new nonce. */
final class SignedRequests {
  static final String KEY = "load-key";
  static final String SECRET = "load-secret";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final AtomicLong nonces = new AtomicLong();
  private final Mac mac;
  private final MessageDigest md5;
  private String date = "";
  private long datedAt;

  SignedRequests() {
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
      md5 = MessageDigest.getInstance("MD5");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the bytes of a POST. Not thread-safe. */
  byte[] post(String path, String body) {
    byte[] content = body.getBytes(UTF_8);
    String sum = Base64.getEncoder().encodeToString(md5.digest(content));
    String now = date();
    String special =
        "x-acs-signature-method:HMAC-SHA1\n"
            + ("x-acs-signature-nonce:load-" + nonces.incrementAndGet() + "\n")
            + "x-acs-signature-version:1.0\nx-acs-version:2018-05-09\n";
    String toSign =
        "POST\napplication/json\n" + sum + "\napplication/json\n" + now + "\n" + special + path;
    String signature = Base64.getEncoder().encodeToString(mac.doFinal(toSign.getBytes(UTF_8)));
    String head =
        ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n")
            + ("Content-MD5: " + sum + "\r\nContent-Type: application/json\r\n")
            + ("Date: " + now + "\r\n")
            + special.replace(":", ": ").replace("\n", "\r\n")
            + ("Authorization: acs " + KEY + ":" + signature + "\r\n")
            + ("Content-Length: " + content.length + "\r\n\r\n");
    byte[] start = head.getBytes(UTF_8);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }

  private String date() {
    long now = System.nanoTime();
    if (date.isEmpty() || now - datedAt > 1_000_000_000L) {
      date = HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
      datedAt = now;
    }
    return date;
  }
}
