package io.facelibrary.engine.support;

import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;

/** An encoder whose tests override one method. */
public class DelegatingEncoder implements FaceEncoder {
  private final FaceEncoder delegate;

  public DelegatingEncoder(FaceEncoder delegate) {
    this.delegate = delegate;
  }

  @Override
  public EncoderModel model() {
    return delegate.model();
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    return delegate.encodeOne(image);
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    return delegate.encodeAll(image, atMost);
  }

  @Override
  public Similarity similarity(double distance) {
    return delegate.similarity(distance);
  }
}
