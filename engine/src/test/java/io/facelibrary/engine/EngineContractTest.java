package io.facelibrary.engine;

import io.facelibrary.FaceLibraries;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, on the rules over the small store, without an encoder. */
class EngineContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return () ->
        FaceLibraries.guard(
            "engine", EngineLibraries.create(new MapLibraryStore(), new EngineOptions()));
  }
}
