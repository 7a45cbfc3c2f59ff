package io.facelibrary.inmemory;

import io.facelibrary.FaceLibrary;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, through a layer that changes nothing: a layer must pass everything on. */
class LayeredContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return () -> new Layer(InMemoryFaceLibrary.builder().open());
  }

  private static final class Layer extends ForwardingFaceLibrary {
    Layer(FaceLibrary delegate) {
      super(delegate);
    }
  }
}
