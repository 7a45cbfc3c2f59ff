package io.facelibrary.green;

import java.util.Optional;

/** Decides who comes in. */
@FunctionalInterface
interface Gatekeeper {

  /** Lets everybody in, whatever they sign with. */
  Gatekeeper ANONYMOUS = request -> Optional.empty();

  /** Returns why the request is refused, or empty to let it in. */
  Optional<GatewayError> refusal(ReceivedRequest request);
}
