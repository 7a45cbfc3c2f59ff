package io.facelibrary.guice;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryProvider;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens libraries in memory and records opening and closing. */
public final class RecordingProvider implements FaceLibraryProvider {
  static final List<String> EVENTS = new ArrayList<>();

  /** For {@link java.util.ServiceLoader}. */
  public RecordingProvider() {}

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public FaceLibrary open(ProviderSettings settings) {
    settings.allowOnly(Set.of("label", "rank", "key"));
    settings.integer("rank", 1, 9);
    settings.secret("key");
    String label = settings.text("label").orElse("library");
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
