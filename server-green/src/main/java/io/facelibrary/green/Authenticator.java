package io.facelibrary.green;

import java.util.Optional;

/** Decides who may pass. Shared by threads. */
interface Authenticator {

  /** Why the request must not pass, or nothing if it may. */
  Optional<GatewayError> refusal(ReceivedRequest request);
}
