package io.facelibrary;

/** The library does not offer what was asked; nothing was changed. */
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

  /** What the library does not offer. */
  public Capability capability() {
    return capability;
  }
}
