package io.facelibrary.testkit;

import java.util.Map;

/**
 * How users open the library under test.
 *
 * @param provider the name that {@link io.facelibrary.FaceLibraries} finds the provider by
 * @param settings settings that it opens with; no remote call is made with them unless the
 *     harness's own libraries make such calls, too
 */
public record Discovery(String provider, Map<String, String> settings) {

  /** Copies the settings. */
  public Discovery {
    settings = Map.copyOf(settings);
  }

  /** Shows no setting: any could be a secret. */
  @Override
  public String toString() {
    return "Discovery[" + provider + "]";
  }
}
