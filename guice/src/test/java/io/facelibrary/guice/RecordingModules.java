package io.facelibrary.guice;

import com.google.inject.BindingAnnotation;
import io.facelibrary.FaceLibraries;
import io.facelibrary.ForwardingFaceLibrary;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;

/** Modules with libraries of the {@link RecordingProvider}. */
final class RecordingModules {
  static final FaceLibraryModule RECORDING = FaceLibraryModule.of(Map.of("provider", "recording"));

  private RecordingModules() {}

  static FaceLibraryModule labeled(String label) {
    return FaceLibraryModule.of(Map.of("provider", "recording", "label", label));
  }

  /** Binds a second library. */
  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Visitors {}

  /** A layer of an application around a library. */
  static final class Layer extends ForwardingFaceLibrary {
    Layer() {
      super(FaceLibraries.open(Map.of("provider", "recording")));
    }
  }
}
