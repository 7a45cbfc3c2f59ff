package io.facelibrary.inmemory;

import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.engine.EngineLibraries;
import io.facelibrary.engine.EngineOptions;
import io.facelibrary.enginefixtures.TwiceRunningStore;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.Harness;

/** The contract, with every rule run twice: see {@link TwiceRunningStore}. */
class TwiceRunningContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new EncoderHarness(TwiceRunningContractTest::open);
  }

  private static FaceLibrary open() {
    EngineOptions options = new EngineOptions().encoder(new FakeFaceEncoder());
    MemoryStore store =
        MemoryStore.ofEmbeddings(
            Integer.MAX_VALUE, options.clock(), options.model().orElseThrow().dimensions());
    return FaceLibraries.guard(
        "inmemory", EngineLibraries.create(new TwiceRunningStore(store), options));
  }
}
