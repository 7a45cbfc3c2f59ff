package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;

/** A layer whose declared capabilities differ from those of the library below. */
final class Declaring extends ForwardingFaceLibrary {
  private final Capabilities declared;

  Declaring(FaceLibrary delegate, Capabilities declared) {
    super(delegate);
    this.declared = declared;
  }

  @Override
  public Capabilities capabilities() {
    return declared;
  }
}
