package io.facelibrary.testkit;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import java.util.function.Supplier;

/** Fails like a library on a network, since a notebook has none. */
class PretendedNetwork implements NetworkFaults {
  private final Supplier<FaceLibrary> open;

  PretendedNetwork(Supplier<FaceLibrary> open) {
    this.open = open;
  }

  FaceLibrary failing(Fault fault) {
    return FaultyFaceLibrary.over(open.get()).failEvery(fault);
  }

  @Override
  public FaceLibrary openWithRefusedConnection() {
    return failing(Fault.before(ErrorKind.UNAVAILABLE));
  }

  @Override
  public FaceLibrary openWithClosedConnection() {
    return failing(Fault.before(ErrorKind.UNAVAILABLE).withEffect(Effect.UNKNOWN));
  }

  @Override
  public FaceLibrary openWithCutResponse() {
    return failing(Fault.before(ErrorKind.UNAVAILABLE).withEffect(Effect.UNKNOWN));
  }

  @Override
  public FaceLibrary openWithoutResponse() {
    return failing(Fault.before(ErrorKind.TIMED_OUT).withEffect(Effect.UNKNOWN));
  }

  @Override
  public FaceLibrary openWithThrottling() {
    return failing(Fault.before(ErrorKind.THROTTLED));
  }

  @Override
  public FaceLibrary openWithWrongCredentials() {
    return failing(Fault.before(ErrorKind.UNAUTHENTICATED));
  }
}
