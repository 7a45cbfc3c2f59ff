package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.GreenNetworkFaults;
import io.facelibrary.aliyun.support.TestLibraries;
import io.facelibrary.testkit.NetworkFaults;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreenNetworkFaultsTest {

  private static void everyCallFails(
      Function<NetworkFaults, FaceLibrary> fault,
      GreenNetworkFaults.Throttling throttling,
      ErrorKind kind,
      Effect written) {
    try (GreenNetworkFaults faults = new GreenNetworkFaults(throttling);
        FaceLibrary library = fault.apply(faults)) {
      for (Operation operation : TestLibraries.CALLS) {
        FaceLibraryException failure =
            catchThrowableOfType(
                FaceLibraryException.class, () -> TestLibraries.call(library, operation));

        assertThat(failure).as(operation.toString()).isNotNull();
        assertThat(failure.kind()).as(operation.toString()).isEqualTo(kind);
        assertThat(failure.effect()).isEqualTo(operation.isRead() ? Effect.NONE : written);
        assertThat(failure.call().orElseThrow().operation()).isEqualTo(operation);
      }
    }
  }

  private static void everyCallFails(
      Function<NetworkFaults, FaceLibrary> fault, ErrorKind kind, Effect written) {
    everyCallFails(fault, GreenNetworkFaults.Throttling.GATEWAY, kind, written);
  }

  @Test
  void isUnavailableWithoutEffectWhenTheConnectionIsRefused() {
    everyCallFails(NetworkFaults::openWithRefusedConnection, ErrorKind.UNAVAILABLE, Effect.NONE);
  }

  @Test
  void isUnavailableWithUnknownEffectWhenTheConnectionIsClosed() {
    everyCallFails(NetworkFaults::openWithClosedConnection, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  void isUnavailableWithUnknownEffectWhenTheResponseIsTruncated() {
    everyCallFails(NetworkFaults::openWithCutResponse, ErrorKind.UNAVAILABLE, Effect.UNKNOWN);
  }

  @Test
  void isTimedOutWithUnknownEffectWhenNoResponseArrives() {
    everyCallFails(NetworkFaults::openWithoutResponse, ErrorKind.TIMED_OUT, Effect.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void isThrottledWithoutEffectWhicheverComponentReportsIt(GreenNetworkFaults.Throttling form) {
    everyCallFails(NetworkFaults::openWithThrottling, form, ErrorKind.THROTTLED, Effect.NONE);
  }

  @Test
  void isUnauthenticatedWithoutEffectWhenTheKeyIsNotKnown() {
    everyCallFails(NetworkFaults::openWithWrongCredentials, ErrorKind.UNAUTHENTICATED, Effect.NONE);
  }
}
