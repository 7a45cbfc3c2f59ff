package io.facelibrary.support;

import io.facelibrary.EncodedFace;
import io.facelibrary.EncoderModel;
import io.facelibrary.FaceEmbedding;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceEncoderProvider;
import io.facelibrary.FaceImage;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Secret;
import io.facelibrary.Similarity;
import java.util.List;
import java.util.Optional;

/** Returns the same embedding of one value for every image, and records whether it was closed. */
public final class OneNumberEncoder implements FaceEncoder, FaceEncoderProvider {
  private static final ProviderSetting<String> MANIFEST =
      ProviderSetting.text("manifest", "the manifest");
  private static final ProviderSetting<Secret> LICENSE =
      ProviderSetting.secret("license", "the license key");

  public boolean closed;
  public Optional<String> manifest = Optional.empty();
  public Optional<Secret> license = Optional.empty();

  @Override
  public String name() {
    return "one-number";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(MANIFEST, LICENSE);
  }

  @Override
  public FaceEncoder open(ProviderSettings settings) {
    manifest = settings.find(MANIFEST);
    license = settings.find(LICENSE);
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
