package io.facelibrary.inmemory;

import io.facelibrary.Capability;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, on a library that offers as little as one can: adding, querying and deleting. */
class FewCapabilitiesContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return () ->
        InMemoryFaceLibrary.builder()
            .without(
                Capability.IMAGE_URL,
                Capability.FACE_IMAGE_URL,
                Capability.SEARCH,
                Capability.SEARCH_MANY_GROUPS,
                Capability.LIST_GROUPS,
                Capability.LIST_PERSONS)
            .open();
  }
}
