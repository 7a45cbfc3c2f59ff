package io.facelibrary.guice;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ProviderSetting;
import io.facelibrary.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens libraries in memory and records opening and closing. */
public final class RecordingProvider implements FaceLibraryProvider {
  static final List<String> EVENTS = new ArrayList<>();

  private static final ProviderSetting<String> LABEL =
      ProviderSetting.text("label", "the label").orElse("library");

  /** For {@link java.util.ServiceLoader}. */
  public RecordingProvider() {}

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public List<ProviderSetting<?>> settings() {
    return List.of(
        LABEL,
        ProviderSetting.integer("rank", "the rank").between(1, 9),
        ProviderSetting.secret("key", "the key"));
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    String label = settings.get(LABEL);
    EVENTS.add("open " + label);
    return new ForwardingFaceLibrary(FaceLibraries.open("inmemory", Map.of())) {
      @Override
      public void close() {
        EVENTS.add("close " + label);
        super.close();
      }
    };
  }
}
