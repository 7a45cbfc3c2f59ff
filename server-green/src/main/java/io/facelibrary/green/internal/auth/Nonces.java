package io.facelibrary.green.internal.auth;

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
 * The nonces of accepted requests, so that no request is accepted twice.
 *
 * <p>A nonce is kept for 15 minutes. If its request is dated in the future, it is kept until that
 * date leaves the time window. At capacity, the nonces of the oldest second are evicted. From then
 * on, a request with a nonce is rejected unless its date is after the evicted nonces. Under such a
 * load the clocks of clients must agree better, but no request can be replayed.
 */
final class Nonces {
  /** About 50 MB when full; 555 requests per second fill it in 15 minutes. */
  static final int DEFAULT_CAPACITY = 500_000;

  /** The state of a nonce. */
  enum Status {
    NEW,
    USED,
    /** Unknown, because the nonces of its time were evicted. */
    EVICTED
  }

  private final int capacity;
  private final byte[] salt = new byte[16];
  private final Set<Long> seen = new HashSet<>();
  private final TreeMap<Long, Deque<Long>> bySecond = new TreeMap<>();
  private long evictedUntil = Long.MIN_VALUE;

  Nonces(int capacity) {
    this.capacity = capacity;
    new SecureRandom().nextBytes(salt);
  }

  /**
   * Registers a nonce and returns its state before.
   *
   * @param accessKeyId the key of the sender; two senders may use the same nonce
   * @param date the date of the request, within the tolerance of now
   */
  Status register(String accessKeyId, String nonce, Instant date, Instant now) {
    long digest = digest(accessKeyId, nonce);
    synchronized (seen) {
      dropBefore(now.minus(TimeWindow.TOLERANCE).getEpochSecond());
      if (date.getEpochSecond() <= evictedUntil) {
        return Status.EVICTED;
      }
      if (!seen.add(digest)) {
        return Status.USED;
      }
      long second = Math.max(date.getEpochSecond(), now.getEpochSecond());
      bySecond.computeIfAbsent(second, unused -> new ArrayDeque<>()).add(digest);
      if (seen.size() > capacity) {
        evict(bySecond.pollFirstEntry());
      }
      return Status.NEW;
    }
  }

  private void dropBefore(long second) {
    while (!bySecond.isEmpty() && bySecond.firstKey() < second) {
      bySecond.pollFirstEntry().getValue().forEach(seen::remove);
    }
  }

  private void evict(Map.Entry<Long, Deque<Long>> oldest) {
    evictedUntil = Math.max(evictedUntil, oldest.getKey());
    oldest.getValue().forEach(seen::remove);
  }

  // Eight bytes of a salted digest: small to store, and no sender can choose two that collide.
  private long digest(String accessKeyId, String nonce) {
    byte[] id = accessKeyId.getBytes(UTF_8);
    byte[] value = nonce.getBytes(UTF_8);
    ByteBuffer input = ByteBuffer.allocate(salt.length + Integer.BYTES + id.length + value.length);
    input.put(salt).putInt(id.length).put(id).put(value);
    return ByteBuffer.wrap(Hashes.sha256(input.array())).getLong();
  }
}
