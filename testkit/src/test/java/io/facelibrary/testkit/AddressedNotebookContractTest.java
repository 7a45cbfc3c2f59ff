package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import java.util.function.UnaryOperator;

/** The contract over a library that takes addresses only and cannot search. */
class AddressedNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new NotebookHarness(
        Capabilities.all().without(Capability.IMAGE_BYTES, Capability.SEARCH),
        UnaryOperator.identity());
  }
}
