package io.facelibrary.testkit.readme;

import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.util.Map;

class CardIndexContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return Harness.byName("card-index", Map.of("faces-per-person", "4", "groups", "7"));
  }
}
