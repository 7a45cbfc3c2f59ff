package io.facelibrary.green.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facelibrary.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Issues temporary keys for uploads without storing them. The id contains the expiry time and a MAC
 * of this server; secret and token are derived from the id. Any number of keys can be issued
 * without using memory. All of them become invalid when the server stops, because the master key is
 * generated at every start.
 */
final class TemporaryKeyIssuer {
  private static final String PREFIX = "STS.";
  private static final int SALT = 12;
  private static final int MAC = 12;
  private static final int ID = SALT + Long.BYTES + MAC;

  private final SecureRandom random = new SecureRandom();
  private final byte[] master = new byte[32];

  TemporaryKeyIssuer() {
    random.nextBytes(master);
  }

  AccessKey issue(Instant expiry) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] payload =
        ByteBuffer.allocate(SALT + Long.BYTES).put(salt).putLong(expiry.toEpochMilli()).array();
    byte[] id = ByteBuffer.allocate(ID).put(payload).put(mac(payload)).array();
    return key(text(id), expiry);
  }

  /** Returns the key with this id if this server issued it; it may have expired. */
  Optional<AccessKey> find(String id) {
    if (!id.startsWith(PREFIX)) {
      return Optional.empty();
    }
    byte[] content;
    try {
      content = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOf(content, ID - MAC);
    // Several texts decode to the same bytes, because the last character has unused bits.
    boolean genuine =
        content.length == ID
            && text(content).equals(id)
            && MessageDigest.isEqual(mac(payload), Arrays.copyOfRange(content, ID - MAC, ID));
    return genuine
        ? Optional.of(key(id, Instant.ofEpochMilli(ByteBuffer.wrap(payload).getLong(SALT))))
        : Optional.empty();
  }

  private static String text(byte[] id) {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private AccessKey key(String id, Instant expiry) {
    return new AccessKey(
        id,
        derived("secret", id),
        Optional.of(new AccessKey.Session(derived("token", id), expiry)),
        AccessKey.Scope.UPLOADS);
  }

  private byte[] mac(byte[] payload) {
    return Arrays.copyOf(Hashes.hmacSha256(master, payload), MAC);
  }

  private Secret derived(String purpose, String id) {
    byte[] value = Hashes.hmacSha256(master, (purpose + ":" + id).getBytes(UTF_8));
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(value));
  }
}
