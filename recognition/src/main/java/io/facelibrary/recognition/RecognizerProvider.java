package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.List;

/** Opens encoders in plain Java, with the default limits, under the name {@value #NAME}. */
public final class RecognizerProvider implements FaceEncoderProvider {

  /** The name of the encoders. */
  public static final String NAME = "recognition";

  /** Called by {@link java.util.ServiceLoader}. */
  public RecognizerProvider() {}

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
    return FaceRecognizer.open();
  }
}
