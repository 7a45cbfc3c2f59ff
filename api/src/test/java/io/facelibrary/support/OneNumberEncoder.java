package io.facelibrary.support;

import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;
import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;
import java.util.List;

/** Returns the same embedding of one value for every image, and records whether it was closed. */
public final class OneNumberEncoder implements FaceEncoder, FaceEncoderProvider {
  public boolean closed;

  @Override
  public String name() {
    return "one-number";
  }

  @Override
  public FaceEncoder open() {
    return this;
  }

  @Override
  public EncoderModel model() {
    return EncoderModel.of("one number", 1);
  }

  @Override
  public Encoding encodeOne(FaceImage.Bytes image) {
    return encodeAll(image, 1);
  }

  @Override
  public Encoding encodeAll(FaceImage.Bytes image, int atMost) {
    return Encoded.of(List.of(EncodedFace.of(FaceEmbedding.of(new float[] {1}))));
  }

  @Override
  public Similarity similarity(double distance) {
    return Similarity.SAME;
  }

  @Override
  public void close() {
    closed = true;
  }
}
