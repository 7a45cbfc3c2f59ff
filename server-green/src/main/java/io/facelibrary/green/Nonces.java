package io.facelibrary.green;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The nonces of the requests that passed, so that none passes twice.
 *
 * <p>A nonce is kept for 15 minutes, and longer if its request is dated in the future: until that
 * date is too old to pass anyway. When the memory is full the oldest are forgotten, and from then
 * on requests that carry a nonce and are dated no later than what was forgotten are refused: under
 * a load that fills the memory the clocks of senders must agree better, but nothing can be
 * replayed.
 */
final class Nonces {
  /** About 50 MB when full; 555 requests a second fill it in 15 minutes. */
  static final int DEFAULT_CAPACITY = 500_000;

  /** What became of a nonce. */
  enum Verdict {
    NEW,
    USED,
    /** Too old to tell; see the class comment. */
    FORGOTTEN
  }

  private final int capacity;
  private final byte[] salt = new byte[16];
  private final Set<Long> seen = new HashSet<>();
  private final TreeMap<Long, Deque<Long>> bySecond = new TreeMap<>();
  private long forgottenUntil = Long.MIN_VALUE;

  Nonces(int capacity) {
    this.capacity = capacity;
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Remembers a nonce, once.
   *
   * @param accessKeyId whose nonce it is; two senders may use the same
   * @param date of the request, within the tolerance of now
   */
  Verdict remember(String accessKeyId, String nonce, Instant date, Instant now) {
    long mark = mark(accessKeyId, nonce);
    synchronized (seen) {
      dropBefore(now.minus(TimeWindow.TOLERANCE).getEpochSecond());
      if (date.getEpochSecond() <= forgottenUntil) {
        return Verdict.FORGOTTEN;
      }
      if (!seen.add(mark)) {
        return Verdict.USED;
      }
      long second = Math.max(date.getEpochSecond(), now.getEpochSecond());
      bySecond.computeIfAbsent(second, unused -> new ArrayDeque<>()).add(mark);
      if (seen.size() > capacity) {
        forget(bySecond.pollFirstEntry());
      }
      return Verdict.NEW;
    }
  }

  private void dropBefore(long second) {
    while (!bySecond.isEmpty() && bySecond.firstKey() < second) {
      bySecond.pollFirstEntry().getValue().forEach(seen::remove);
    }
  }

  private void forget(Map.Entry<Long, Deque<Long>> oldest) {
    forgottenUntil = Math.max(forgottenUntil, oldest.getKey());
    oldest.getValue().forEach(seen::remove);
  }

  // Eight bytes of a salted digest: small to keep, and nobody can choose two that collide.
  private long mark(String accessKeyId, String nonce) {
    byte[] id = accessKeyId.getBytes(UTF_8);
    byte[] value = nonce.getBytes(UTF_8);
    ByteBuffer input = ByteBuffer.allocate(salt.length + Integer.BYTES + id.length + value.length);
    input.put(salt).putInt(id.length).put(id).put(value);
    return ByteBuffer.wrap(Hashes.sha256(input.array())).getLong();
  }
}
