package io.facelibrary.green;

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
 * Temporary keys for uploads, which nobody has to remember: the id says when it ends and proves
 * that this server made it, and secret and token follow from the id. So any number may be asked for
 * and no memory fills; they end with this server, whose master key is drawn anew at every start.
 */
final class TemporaryKeyIssuer {
  private static final String PREFIX = "STS.";
  private static final int SALT = 12;
  private static final int PROOF = 12;
  private static final int ID = SALT + Long.BYTES + PROOF;

  private final SecureRandom random = new SecureRandom();
  private final byte[] master = new byte[32];

  TemporaryKeyIssuer() {
    random.nextBytes(master);
  }

  AccessKey issue(Instant expiry) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] claim =
        ByteBuffer.allocate(SALT + Long.BYTES).put(salt).putLong(expiry.toEpochMilli()).array();
    byte[] id = ByteBuffer.allocate(ID).put(claim).put(proof(claim)).array();
    return key(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(id), expiry);
  }

  /** The key of this id, if it was issued here; it may have expired. */
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
    byte[] claim = Arrays.copyOf(content, ID - PROOF);
    boolean genuine =
        content.length == ID
            && MessageDigest.isEqual(proof(claim), Arrays.copyOfRange(content, ID - PROOF, ID));
    return genuine
        ? Optional.of(key(id, Instant.ofEpochMilli(ByteBuffer.wrap(claim).getLong(SALT))))
        : Optional.empty();
  }

  private AccessKey key(String id, Instant expiry) {
    return new AccessKey(
        id,
        derived("secret", id),
        Optional.of(new AccessKey.Session(derived("token", id), expiry)),
        AccessKey.Scope.UPLOADS);
  }

  private byte[] proof(byte[] claim) {
    return Arrays.copyOf(Hashes.hmacSha256(master, claim), PROOF);
  }

  private Secret derived(String purpose, String id) {
    byte[] value = Hashes.hmacSha256(master, (purpose + ":" + id).getBytes(UTF_8));
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(value));
  }
}
