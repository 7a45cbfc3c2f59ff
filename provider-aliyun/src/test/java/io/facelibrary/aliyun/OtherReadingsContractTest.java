package io.facelibrary.aliyun;

import io.facelibrary.aliyun.GreenNetworkFaults.Throttling;
import io.facelibrary.green.Assumptions;
import io.facelibrary.green.Assumptions.FullPerson;
import io.facelibrary.green.Assumptions.MissingGroup;
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
    Assumptions other =
        Assumptions.builder()
            .missingPersonCode(500)
            .missingPersonOnDeleteFacesCode(400)
            .fullPerson(FullPerson.REFUSES_CALL)
            .missingGroup(MissingGroup.IS_REFUSED)
            .rateScale(100)
            .build();
    return new GreenHarness(Throttling.SERVICE, other, library -> library);
  }
}
