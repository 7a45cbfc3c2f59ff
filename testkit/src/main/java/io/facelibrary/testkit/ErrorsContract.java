package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.PageRequest;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How failures are told: why, and whether anything was changed. */
interface ErrorsContract extends ContractPart {

  /** Asserts how every operation fails on a library that was opened towards a bad service. */
  private void failsOn(Function<NetworkFaults, FaceLibrary> fault, ErrorKind kind, Effect written) {
    NetworkFaults faults =
        harness()
            .networkFaults()
            .orElseGet(() -> abort("the library is not remote, as the harness says"));
    PersonId person = harness().freshPerson();
    GroupId group = harness().freshGroup();
    try (FaceLibrary faulty = fault.apply(faults)) {
      // An address is one call to the service; content may be uploaded first, and fail there.
      FaceImage image =
          faulty.capabilities().offers(Capability.IMAGE_URL)
              ? harness().freshAddress()
              : harness().freshImage(faulty);
      for (Operation operation : Operations.offeredBy(faulty)) {
        Effect effect = operation.isRead() ? Effect.NONE : written;
        FaceLibraryException failure =
            Failing.failed(
                kind, effect, () -> Operations.call(faulty, operation, person, group, image));
        assertThat(failure.call().orElseThrow().operation()).isEqualTo(operation);
      }
    }
  }

  @Test
  @Promise(24)
  default void isUnavailableWithoutEffectWhenTheConnectionIsRefused() {
    failsOn(NetworkFaults::refusedConnection, ErrorKind.UNAVAILABLE, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void isUnavailableWithUnknownEffectWhenTheConnectionIsClosedWithoutAnswer() {
    failsOn(NetworkFaults::closedWithoutAnswer, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  default void isUnavailableWithUnknownEffectWhenTheAnswerIsCut() {
    failsOn(NetworkFaults::cutAnswer, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  default void isTimedOutWithUnknownEffectWhenNoAnswerComesInTime() {
    failsOn(NetworkFaults::noAnswerInTime, ErrorKind.TIMED_OUT, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  @OpenQuestion("Does the gateway or the service answer too many calls, and in which form?")
  default void isThrottledWithoutEffectWhenThereWereTooManyCalls() {
    failsOn(NetworkFaults::throttling, ErrorKind.THROTTLED, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void isUnauthenticatedWithoutEffectWhenTheCredentialsAreWrong() {
    failsOn(NetworkFaults::wrongCredentials, ErrorKind.UNAUTHENTICATED, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void hasNoEffectWhenAReadFails() {
    PersonId nobody = given().nobody();
    FaceId face = FaceId.of("1");

    Failing.refused(ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.of(nobody, face)));
    if (library().capabilities().offers(Capability.LIST_PERSONS)) {
      PageRequest foreign = PageRequest.first().after("no-token");
      Failing.refused(
          ErrorKind.INVALID_REQUEST, () -> library().listPersons(given().group(), foreign));
    }
  }

  @Test
  @Promise(24)
  default void hasNoEffectWhenAWriteIsRefused() {
    PersonId person = given().person();
    PersonId nobody = given().nobody();
    FaceImage image = given().image();
    GroupId group = given().group();
    for (Operation operation :
        new Operation[] {
          Operation.ADD_FACES,
          Operation.DELETE_FACES,
          Operation.UPDATE_PERSON,
          Operation.JOIN_GROUPS,
          Operation.LEAVE_GROUPS
        }) {
      Failing.refused(
          ErrorKind.NOT_FOUND, () -> Operations.call(library(), operation, nobody, group, image));
    }

    Failing.refused(
        ErrorKind.ALREADY_EXISTS, () -> library().addPerson(AddPerson.of(person, given().home())));
  }
}
