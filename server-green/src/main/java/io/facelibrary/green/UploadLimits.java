package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits of uploads. Uploaded objects are kept in memory and are lost when the server stops. */
public final class UploadLimits {
  private final int objectBytes;
  private final int objects;
  private final long bytes;
  private final Duration lifetime;

  private UploadLimits(int objectBytes, int objects, long bytes, Duration lifetime) {
    atLeastOne(objectBytes, "objectBytes");
    atLeastOne(objects, "objects");
    atLeastOne(bytes, "bytes");
    if (Checks.present(lifetime, "lifetime").isNegative() || lifetime.isZero()) {
      throw InvalidRequestException.of("lifetime", "must be positive");
    }
    this.objectBytes = objectBytes;
    this.objects = objects;
    this.bytes = bytes;
    this.lifetime = lifetime;
  }

  private static void atLeastOne(long limit, String field) {
    if (limit < 1) {
      throw InvalidRequestException.of(field, "must be at least 1");
    }
  }

  /** Returns the defaults. */
  public static UploadLimits defaults() {
    return new UploadLimits(20 << 20, 10_000, 256L << 20, Duration.ofHours(1));
  }

  /**
   * Returns these limits with another maximum size of an object.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public UploadLimits withObjectBytes(int max) {
    return new UploadLimits(max, objects, bytes, lifetime);
  }

  /**
   * Returns these limits with another maximum number of objects.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public UploadLimits withObjects(int max) {
    return new UploadLimits(objectBytes, max, bytes, lifetime);
  }

  /**
   * Returns these limits with another maximum size of all objects together.
   *
   * @throws InvalidRequestException if it is below 1
   */
  public UploadLimits withBytes(long max) {
    return new UploadLimits(objectBytes, objects, max, lifetime);
  }

  /**
   * Returns these limits with another lifetime.
   *
   * @throws InvalidRequestException if it is not positive
   */
  public UploadLimits withLifetime(Duration lifetime) {
    return new UploadLimits(objectBytes, objects, bytes, lifetime);
  }

  /**
   * Returns the maximum size of one object; by default 20 MiB, the limit of an image in help
   * document 70417.
   */
  public int objectBytes() {
    return objectBytes;
  }

  /** Returns the maximum number of objects; 10,000 by default. */
  public int objects() {
    return objects;
  }

  /** Returns the maximum size of all objects together; 256 MiB by default. */
  public long bytes() {
    return bytes;
  }

  /**
   * Returns how long an object is kept, and how long the keys of UploadCredentials are valid; one
   * hour by default.
   */
  public Duration lifetime() {
    return lifetime;
  }

  private List<Object> fields() {
    return List.of(objectBytes, objects, bytes, lifetime);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UploadLimits that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return "UploadLimits[objectBytes="
        + objectBytes
        + ", objects="
        + objects
        + ", bytes="
        + bytes
        + ", lifetime="
        + lifetime
        + "]";
  }
}
