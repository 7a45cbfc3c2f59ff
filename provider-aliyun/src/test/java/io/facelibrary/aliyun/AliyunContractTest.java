package io.facelibrary.aliyun;

import io.facelibrary.aliyun.support.GreenHarness;
import io.facelibrary.aliyun.support.GreenNetworkFaults.Throttling;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.testkit.ConformanceReport;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/** The contract, through the official SDK and a Green-compatible server. */
@ConformanceReport(
    title = "aliyun: against the Green-compatible server, without search delay",
    copy = "docs/conformance")
class AliyunContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    return new GreenHarness(Throttling.GATEWAY, ProtocolAssumptions.defaults(), library -> library);
  }
}
