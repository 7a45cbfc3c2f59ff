package io.facelibrary.green;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Uploaded objects, kept in memory until they expire. */
final class UploadedObjects {
  private final UploadLimits limits;
  private final String bucket;
  private final Clock clock;
  private final Map<String, StoredObject> objects = new LinkedHashMap<>();
  private long bytes;

  UploadedObjects(UploadLimits limits, String bucket, Clock clock) {
    this.limits = limits;
    this.bucket = bucket;
    this.clock = clock;
  }

  /** Returns whether an authority names this bucket, alone or followed by an endpoint. */
  boolean owns(String authority) {
    return authority.equals(bucket) || authority.startsWith(bucket + ".");
  }

  /**
   * Stores an object. To make room, expired objects are removed first, then objects that were read
   * at least once, oldest first. An object that was never read is not removed.
   *
   * @return whether the object was stored
   */
  synchronized boolean put(String key, byte[] content) {
    remove(key);
    makeRoom(content.length, this::isExpired);
    makeRoom(content.length, stored -> stored.wasRead);
    if (!fits(content.length)) {
      return false;
    }
    objects.put(key, new StoredObject(content, clock.instant().plus(limits.lifetime())));
    bytes += content.length;
    return true;
  }

  synchronized Optional<byte[]> find(String key) {
    StoredObject stored = objects.get(key);
    if (stored == null || isExpired(stored)) {
      return Optional.empty();
    }
    stored.wasRead = true;
    return Optional.of(stored.content);
  }

  private void remove(String key) {
    StoredObject old = objects.remove(key);
    if (old != null) {
      bytes -= old.content.length;
    }
  }

  private void makeRoom(int size, Predicate<StoredObject> removable) {
    Iterator<StoredObject> oldest = objects.values().iterator();
    while (!fits(size) && oldest.hasNext()) {
      StoredObject stored = oldest.next();
      if (removable.test(stored)) {
        oldest.remove();
        bytes -= stored.content.length;
      }
    }
  }

  private boolean fits(int size) {
    return objects.size() < limits.objects() && bytes + size <= limits.bytes();
  }

  private boolean isExpired(StoredObject stored) {
    return !clock.instant().isBefore(stored.expiry);
  }

  private static final class StoredObject {
    private final byte[] content;
    private final Instant expiry;
    private boolean wasRead;

    private StoredObject(byte[] content, Instant expiry) {
      this.content = content;
      this.expiry = expiry;
    }
  }
}
