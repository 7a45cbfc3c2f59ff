package io.facelibrary.testkit;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.Limits;
import java.util.function.UnaryOperator;

/**
 * The contract over a library with the smallest limits and few capabilities: one face, one group,
 * no lists.
 */
class TinyNotebookContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    Capabilities capabilities =
        Offered.without(
                Capability.IMAGE_URL,
                Capability.FACE_IMAGE_URL,
                Capability.SEARCH_MANY_GROUPS,
                Capability.LIST_GROUPS,
                Capability.LIST_PERSONS)
            .toBuilder()
            .limits(Limits.builder().facesPerPerson(1).imagesPerCall(1).groups(1).build())
            .build();
    return new NotebookHarness(capabilities, UnaryOperator.identity());
  }
}
