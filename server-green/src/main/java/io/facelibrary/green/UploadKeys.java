package io.facelibrary.green;

import io.facelibrary.Secret;
import java.time.Instant;

/** Gives out temporary keys to upload with. */
@FunctionalInterface
interface UploadKeys {

  /** Returns a new key that is good until then. */
  UploadKey issue(Instant expires);

  /**
   * A temporary key.
   *
   * @param id the access key id
   * @param secret what requests are signed with
   * @param token sent along with each request
   */
  record UploadKey(String id, Secret secret, Secret token) {}
}
