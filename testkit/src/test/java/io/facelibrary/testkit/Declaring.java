package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;

/** A library that declares something else than what the one below it does. */
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
