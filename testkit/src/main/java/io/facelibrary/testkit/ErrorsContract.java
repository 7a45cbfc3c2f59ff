package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A failure reports its kind, and whether the call changed anything. */
interface ErrorsContract extends ContractPart {

  /** Asserts the failure of every operation of a library that calls a faulty service. */
  private void failsOn(Function<NetworkFaults, FaceLibrary> fault, ErrorKind kind, Effect written) {
    NetworkFaults faults = assume().remote();
    PersonId person = harness().freshPerson();
    GroupId group = fixtures().newGroupId();
    try (FaceLibrary faulty = fault.apply(faults)) {
      // A URL takes one call to the service. Bytes may be uploaded first, and fail there.
      FaceImage image =
          faulty.capabilities().offers(Capability.IMAGE_URL)
              ? harness().freshImageUrl()
              : harness().freshImage(faulty);
      for (Operation operation : Operations.offeredBy(faulty)) {
        if (operation == Operation.INFO) {
          continue; // A library that knows nothing about itself calls no service.
        }
        Effect effect = operation.isRead() ? Effect.NONE : written;
        FaceLibraryException failure =
            Failing.assertFailed(
                kind, effect, () -> Operations.call(faulty, operation, person, group, image));
        assertThat(failure.call().orElseThrow().operation()).isIn(Operations.stepsOf(operation));
      }
    }
  }

  @Test
  @Promise(24)
  default void isUnavailableWithoutEffectWhenTheConnectionIsRefused() {
    failsOn(NetworkFaults::openWithRefusedConnection, ErrorKind.UNAVAILABLE, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void isUnavailableWithUnknownEffectWhenTheConnectionIsClosedWithoutAResponse() {
    failsOn(NetworkFaults::openWithClosedConnection, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  default void isUnavailableWithUnknownEffectWhenTheResponseIsCutOff() {
    failsOn(NetworkFaults::openWithCutResponse, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  default void isTimedOutWithUnknownEffectWhenNoResponseArrivesInTime() {
    failsOn(NetworkFaults::openWithoutResponse, ErrorKind.TIMED_OUT, Effect.UNKNOWN);
  }

  @Test
  @Promise(24)
  @OpenQuestion("Does the gateway or the service respond to too many calls, and in which form?")
  default void isThrottledWithoutEffectWhenThereWereTooManyCalls() {
    failsOn(NetworkFaults::openWithThrottling, ErrorKind.THROTTLED, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void isUnauthenticatedWithoutEffectWhenTheCredentialsAreWrong() {
    failsOn(NetworkFaults::openWithWrongCredentials, ErrorKind.UNAUTHENTICATED, Effect.NONE);
  }

  @Test
  @Promise(24)
  default void hasNoEffectWhenAReadFails() {
    PersonId unknown = fixtures().newPersonId();
    FaceId face = FaceId.of("1");

    Failing.assertRefused(
        ErrorKind.NOT_FOUND, () -> library().queryFaces(QueryFaces.of(unknown, face)));
    if (library().capabilities().offers(Capability.LIST_PERSONS)) {
      PageRequest foreign = PageRequest.first().after("no-token");
      Failing.assertRefused(
          ErrorKind.INVALID_REQUEST, () -> library().listPersons(fixtures().newGroupId(), foreign));
    }
  }

  @Test
  @Promise(24)
  default void hasNoEffectWhenAWriteIsRefused() {
    PersonId person = fixtures().addPerson();
    PersonId unknown = fixtures().newPersonId();
    FaceImage image = fixtures().newImage();
    GroupId group = fixtures().newGroupId();
    for (Operation operation :
        Operations.offeredBy(
            library(),
            Operation.ADD_FACES,
            Operation.DELETE_FACES,
            Operation.UPDATE_PERSON,
            Operation.JOIN_GROUPS,
            Operation.LEAVE_GROUPS)) {
      Failing.assertRefused(
          ErrorKind.NOT_FOUND, () -> Operations.call(library(), operation, unknown, group, image));
    }

    Failing.assertRefused(
        ErrorKind.ALREADY_EXISTS,
        () -> library().addPerson(AddPerson.of(person, fixtures().sharedGroup())));
  }
}
