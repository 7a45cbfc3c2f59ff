package io.facelibrary.testkit.readme;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.testkit.Discovery;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.util.Map;
import java.util.Optional;

class CardIndexContractTest extends FaceLibraryContract {
  private static final Map<String, String> SMALL = Map.of("faces-per-person", "4", "groups", "7");

  @Override
  protected Harness newHarness() {
    return new Harness() {
      @Override
      public FaceLibrary open() {
        return FaceLibraries.open("card-index", SMALL);
      }

      @Override
      public Optional<Discovery> discovery() {
        return Optional.of(new Discovery("card-index", SMALL));
      }
    };
  }
}
