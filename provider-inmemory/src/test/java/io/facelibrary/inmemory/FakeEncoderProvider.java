package io.facelibrary.inmemory;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.testkit.FakeFaceEncoder;
import java.util.List;

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
  public List<ProviderSetting<?>> settings() {
    return List.of();
  }

  @Override
  public FaceEncoder open(ProviderSettings settings) {
    return new FakeFaceEncoder();
  }
}
