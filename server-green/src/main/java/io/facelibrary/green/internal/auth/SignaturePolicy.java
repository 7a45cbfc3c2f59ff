package io.facelibrary.green.internal.auth;

/** Whether to accept requests that clients send in practice but the documentation forbids. */
public enum SignaturePolicy {
  /**
   * Accepts the versions 2017-01-12 and 2017-08-25, which programs still send. Accepts ACS3
   * signatures that do not cover the body, which the official Java SDK sends when ACS3 is enabled.
   */
  LENIENT,

  /** Accepts only documented requests. */
  STRICT
}
