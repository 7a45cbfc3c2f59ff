package io.facelibrary.recognition;

import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;

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
  public FaceEncoder open() {
    return FaceRecognizer.open();
  }
}
