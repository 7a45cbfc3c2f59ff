package io.facelibrary.aliyun;

import io.facelibrary.aliyun.support.GreenHarness;
import io.facelibrary.aliyun.support.GreenNetworkFaults.Throttling;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.green.ProtocolAssumptions.FullPerson;
import io.facelibrary.green.ProtocolAssumptions.MissingGroup;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;
import java.util.Map;

/**
 * The contract over a service that behaves differently wherever the documentation is silent. For a
 * full person it refuses the whole call. It reports a missing group as an error, and a missing
 * person as 500. Its rates go up to 100. Its users have chosen thresholds.
 */
class OtherAssumptionsContractTest extends FaceLibraryContract {
  @Override
  protected Harness newHarness() {
    ProtocolAssumptions other =
        ProtocolAssumptions.builder()
            .missingPersonCode(500)
            .missingPersonOnDeleteFacesCode(400)
            .fullPerson(FullPerson.REFUSES_CALL)
            .missingGroup(MissingGroup.IS_REFUSED)
            .rateScale(100)
            .build();
    Map<String, String> settings =
        Map.of("rate-scale", "hundred", "match-similarity", "0.5", "possible-similarity", "0.2");
    return new GreenHarness(Throttling.SERVICE, other, library -> library, settings);
  }
}
