package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * Limits of uploads. Uploaded objects are kept in memory and are lost when the server stops.
 *
 * @param objectBytes the maximum size of one object, at least 1; by default 20 MiB, the limit of an
 *     image in help document 70417
 * @param objects the maximum number of objects, at least 1; 10,000 by default
 * @param bytes the maximum size of all objects together, at least 1; 256 MiB by default
 * @param lifetime how long an object is kept, and how long the keys of UploadCredentials are valid;
 *     one hour by default
 */
public record UploadLimits(int objectBytes, int objects, long bytes, Duration lifetime) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a limit is below 1 or the lifetime is not positive
   */
  public UploadLimits {
    atLeastOne(objectBytes, "objectBytes");
    atLeastOne(objects, "objects");
    atLeastOne(bytes, "bytes");
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw InvalidRequestException.of("lifetime", "must be positive");
    }
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

  /** Returns these limits with another maximum size of an object. */
  public UploadLimits withObjectBytes(int max) {
    return new UploadLimits(max, objects, bytes, lifetime);
  }

  /** Returns these limits with another maximum number of objects. */
  public UploadLimits withObjects(int max) {
    return new UploadLimits(objectBytes, max, bytes, lifetime);
  }

  /** Returns these limits with another maximum size of all objects together. */
  public UploadLimits withBytes(long max) {
    return new UploadLimits(objectBytes, objects, max, lifetime);
  }

  /** Returns these limits with another lifetime. */
  public UploadLimits withLifetime(Duration lifetime) {
    return new UploadLimits(objectBytes, objects, bytes, lifetime);
  }
}
