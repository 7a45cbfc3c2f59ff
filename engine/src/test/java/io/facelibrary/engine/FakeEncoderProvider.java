package io.facelibrary.engine;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;
import io.facelibrary.testkit.FakeFaceEncoder;

/** Makes the fake encoder available to settings, under the name {@value #NAME}. */
public final class FakeEncoderProvider implements FaceEncoderProvider {
  static final String NAME = "fake";

  /** For {@link java.util.ServiceLoader}. */
  public FakeEncoderProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public FaceEncoder open() {
    return new FakeFaceEncoder();
  }
}
