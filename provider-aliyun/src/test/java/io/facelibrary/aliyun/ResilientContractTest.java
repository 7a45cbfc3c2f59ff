package io.facelibrary.aliyun;

import io.facelibrary.aliyun.GreenNetworkFaults.Throttling;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.resilience.ResilientFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract with the layer around the provider that applications put there. */
class ResilientContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new GreenHarness(
        Throttling.GATEWAY,
        ProtocolAssumptions.defaults(),
        library -> ResilientFaceLibrary.around(library).withoutRateLimits().build());
  }
}
