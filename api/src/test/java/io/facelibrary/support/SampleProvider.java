package io.facelibrary.support;

import io.facelibrary.FaceEncoders;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import io.facelibrary.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The only provider on the class path of these tests. */
public final class SampleProvider implements FaceLibraryProvider {

  private static final ProviderSetting<Integer> FACES =
      ProviderSetting.integer("faces-per-person", "the maximum number of faces")
          .between(1, 100)
          .orElse(20);
  private static final ProviderSetting<String> REGION =
      ProviderSetting.text("region", "the region").orElse("");
  private static final ProviderSetting<Secret> KEY = ProviderSetting.secret("key", "the key");

  /** For {@link java.util.ServiceLoader}. */
  public SampleProvider() {}

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(FACES, REGION, KEY, FaceEncoders.SETTING);
  }

  @Override
  public Set<Class<?>> resources() {
    return Set.of(Clock.class);
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    return new Opened(settings);
  }

  /** Records its settings. */
  public static final class Opened extends FakeFaceLibrary {
    public final int facesPerPerson;
    public final String region;
    public final Optional<Secret> key;
    public final Optional<Clock> clock;
    public final Optional<OneNumberEncoder> encoder;

    Opened(ProviderSettings settings) {
      facesPerPerson = settings.get(FACES);
      region = settings.get(REGION);
      key = settings.find(KEY);
      clock = settings.resource(Clock.class);
      encoder = FaceEncoders.open(settings).map(OneNumberEncoder.class::cast);
    }
  }
}
