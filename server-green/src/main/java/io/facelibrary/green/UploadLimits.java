package io.facelibrary.green;

import io.facelibrary.InvalidRequestException;
import java.time.Duration;

/**
 * How much may be uploaded. Uploads are kept in memory and end with the server.
 *
 * @param objectBytes the most bytes of one object, at least 1; 20 MiB unless set, as help document
 *     70417 says of pictures
 * @param objects the most objects at a time, at least 1; 10 000 unless set
 * @param bytes the most bytes of all objects together, at least 1; 256 MiB unless set
 * @param life how long an object is kept, and how long the right to upload lasts that
 *     UploadCredentials gives; an hour unless set
 */
public record UploadLimits(int objectBytes, int objects, long bytes, Duration life) {

  /**
   * Checks the fields.
   *
   * @throws InvalidRequestException if a limit is below 1 or the time not positive
   */
  public UploadLimits {
    atLeastOne(objectBytes, "objectBytes");
    atLeastOne(objects, "objects");
    atLeastOne(bytes, "bytes");
    if (life.isNegative() || life.isZero()) {
      throw InvalidRequestException.of("life", "must be positive");
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

  /** Returns these limits with another size of an object. */
  public UploadLimits withObjectBytes(int most) {
    return new UploadLimits(most, objects, bytes, life);
  }

  /** Returns these limits with another number of objects. */
  public UploadLimits withObjects(int most) {
    return new UploadLimits(objectBytes, most, bytes, life);
  }

  /** Returns these limits with another size of all objects together. */
  public UploadLimits withBytes(long most) {
    return new UploadLimits(objectBytes, objects, most, life);
  }

  /** Returns these limits with another life. */
  public UploadLimits withLife(Duration life) {
    return new UploadLimits(objectBytes, objects, bytes, life);
  }
}
