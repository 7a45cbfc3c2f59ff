package io.facelibrary.green.internal.auth;

import java.util.Optional;

/** Decides which requests are served. Safe for use by several threads. */
public interface Authenticator {

  /**
   * Authenticates a request. An implementation may record that it has seen the request.
   *
   * @return the error to send back, or empty if the request is accepted
   */
  Optional<GatewayError> authenticate(ReceivedRequest request);

  /** Returns an authenticator that accepts every request, signed or not. */
  static Authenticator acceptingAll() {
    return request -> Optional.empty();
  }
}
