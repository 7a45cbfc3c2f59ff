package io.facelibrary.aliyun;

import io.facelibrary.aliyun.GreenNetworkFaults.Throttling;
import io.facelibrary.green.ProtocolAssumptions;
import io.facelibrary.green.ProtocolAssumptions.FullPerson;
import io.facelibrary.green.ProtocolAssumptions.MissingGroup;
import io.facelibrary.testkit.FaceLibraryContract;
import io.facelibrary.testkit.Harness;

/**
 * The contract over a service that differs wherever its documentation is silent: a full person's
 * call is refused as a whole, a missing group is an error, a missing person is a 500, rates go to a
 * hundred.
 */
class OtherReadingsContractTest extends FaceLibraryContract {
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
    return new GreenHarness(Throttling.SERVICE, other, library -> library);
  }
}
