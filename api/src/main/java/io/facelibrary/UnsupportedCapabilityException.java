package io.facelibrary;

/**
 * Signals that a request needs a capability that the library does not offer. The library was not
 * changed.
 */
public final class UnsupportedCapabilityException extends FaceLibraryException {

  private static final long serialVersionUID = 1;

  private final Capability capability;

  private UnsupportedCapabilityException(Capability capability) {
    super(ErrorKind.UNSUPPORTED, Effect.NONE, "the library does not offer " + capability);
    this.capability = capability;
  }

  /** Returns an exception to throw. */
  public static UnsupportedCapabilityException of(Capability capability) {
    return new UnsupportedCapabilityException(Checks.present(capability, "capability"));
  }

  /** Returns the capability that the library does not offer. */
  public Capability capability() {
    return capability;
  }
}
