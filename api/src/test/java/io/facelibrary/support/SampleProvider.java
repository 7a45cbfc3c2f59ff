package io.facelibrary.support;

import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ProviderSettings;
import java.util.Set;

/** The only provider on the class path of these tests. */
public final class SampleProvider implements FaceLibraryProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SampleProvider() {}

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(Set.of("faces-per-person", "region"));
    return new Opened(
        settings.integer("faces-per-person", 1, 100).orElse(20),
        settings.text("region").orElse(""));
  }

  /** Records its settings. */
  public static final class Opened extends FakeFaceLibrary {
    public final int facesPerPerson;
    public final String region;

    Opened(int facesPerPerson, String region) {
      this.facesPerPerson = facesPerPerson;
      this.region = region;
    }
  }
}
