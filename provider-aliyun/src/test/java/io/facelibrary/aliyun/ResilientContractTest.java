package io.facelibrary.aliyun;

import io.facelibrary.aliyun.support.GreenHarness;
import io.facelibrary.aliyun.support.GreenNetworkFaults.Throttling;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.resilience.ResilientFaceLibrary;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract with the resilience layer around the provider, as applications use it. */
class ResilientContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new GreenHarness(
        Throttling.GATEWAY,
        ProtocolAssumptions.defaults(),
        library -> ResilientFaceLibrary.around(library).withoutRateLimits().build());
  }
}
