package io.facelibrary.testkit;

import java.util.Map;

/**
 * The name and the settings with which users open the library under test.
 *
 * @param provider the name that {@link io.facelibrary.FaceLibraries} finds the provider by
 * @param settings the settings of the library; the tests make remote calls with them only if the
 *     libraries of the harness make remote calls
 */
public record Discovery(String provider, Map<String, String> settings) {

  /** Copies the settings. */
  public Discovery {
    settings = Map.copyOf(settings);
  }

  /** Omits the settings: any of them could be a secret. */
  @Override
  public String toString() {
    return "Discovery[" + provider + "]";
  }
}
