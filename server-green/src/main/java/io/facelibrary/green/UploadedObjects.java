package io.facelibrary.green;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Uploaded objects, in memory, each for a while. */
final class UploadedObjects {
  private final UploadLimits limits;
  private final String bucket;
  private final Clock clock;
  private final Map<String, Stored> objects = new LinkedHashMap<>();
  private long bytes;

  UploadedObjects(UploadLimits limits, String bucket, Clock clock) {
    this.limits = limits;
    this.bucket = bucket;
    this.clock = clock;
  }

  /** Tells whether a bucket is this one, by its name alone or followed by an endpoint. */
  boolean owns(String authority) {
    return authority.equals(bucket) || authority.startsWith(bucket + ".");
  }

  /**
   * Keeps an object. To make room, objects that are too old are dropped, and then those that were
   * asked for already, oldest first; one that nobody asked for yet is not.
   *
   * @return whether it was kept
   */
  synchronized boolean put(String key, byte[] content) {
    remove(key);
    makeRoom(content.length, this::isExpired);
    makeRoom(content.length, stored -> stored.used);
    if (!fits(content.length)) {
      return false;
    }
    objects.put(key, new Stored(content, clock.instant().plus(limits.life())));
    bytes += content.length;
    return true;
  }

  synchronized Optional<byte[]> find(String key) {
    Stored stored = objects.get(key);
    if (stored == null || isExpired(stored)) {
      return Optional.empty();
    }
    stored.used = true;
    return Optional.of(stored.content);
  }

  private void remove(String key) {
    Stored old = objects.remove(key);
    if (old != null) {
      bytes -= old.content.length;
    }
  }

  private void makeRoom(int size, java.util.function.Predicate<Stored> expendable) {
    Iterator<Stored> oldest = objects.values().iterator();
    while (!fits(size) && oldest.hasNext()) {
      Stored stored = oldest.next();
      if (expendable.test(stored)) {
        oldest.remove();
        bytes -= stored.content.length;
      }
    }
  }

  private boolean fits(int size) {
    return objects.size() < limits.objects() && bytes + size <= limits.bytes();
  }

  private boolean isExpired(Stored stored) {
    return !clock.instant().isBefore(stored.until);
  }

  private static final class Stored {
    private final byte[] content;
    private final Instant until;
    private boolean used;

    private Stored(byte[] content, Instant until) {
      this.content = content;
      this.until = until;
    }
  }
}
