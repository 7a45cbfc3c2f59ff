package io.facelibrary.green;

/** What to do with requests that clients are known to send and the documentation does not allow. */
enum SignaturePolicy {
  /**
   * Accepts the versions 2017-01-12 and 2017-08-25, which programs still send, and signatures of
   * ACS3 that do not cover the body, which the official Java SDK sends when that is switched on.
   */
  LENIENT,

  /** Accepts what is documented and nothing else. */
  STRICT
}
