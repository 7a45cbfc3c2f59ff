package io.facelibrary.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class KitTest {
  static class Case implements PlaceholderContract {}

  @Test
  void runsTheContract() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Case.class))
        .execute()
        .testEvents()
        .assertStatistics(s -> s.succeeded(1));
  }
}
