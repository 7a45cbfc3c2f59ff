package io.facelibrary.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.Operation;
import io.facelibrary.aliyun.support.IdleWait;
import io.facelibrary.aliyun.support.RawResponse;
import io.facelibrary.aliyun.support.RawServer;
import io.facelibrary.aliyun.support.TestLibraries;
import io.facelibrary.aliyun.support.WireFault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireFaultsTest {
  /** Far above the short time-out below. A call that hangs takes longer. */
  private static final Duration BOUND = Duration.ofMinutes(2);

  private static FaceLibrary open(RawServer server, WireFault fault) {
    // Only a fault that ends by its time-out has a short one: a slow machine changes no result.
    String responseTimeout = fault.kind() == ErrorKind.TIMED_OUT ? "200ms" : "60s";
    return TestLibraries.open(
        server.endpoint(), "response-timeout", responseTimeout, "max-connections", "1");
  }

  private static FaceLibraryException failureOf(
      RawServer server, WireFault fault, Consumer<FaceLibrary> call) {
    try (FaceLibrary library = open(server, fault)) {
      return assertTimeoutPreemptively(
          BOUND,
          () -> catchThrowableOfType(FaceLibraryException.class, () -> call.accept(library)));
    }
  }

  private static void assertSentOnce(RawServer server, WireFault fault) {
    if (fault.kind() == ErrorKind.TIMED_OUT) {
      // On a busy machine the time-out may end the call before the server received it.
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
    } else {
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheFaultOfARead(WireFault fault) {
    try (RawServer server = RawServer.start(fault.script())) {

      FaceLibraryException failure = failureOf(server, fault, TestLibraries::read);

      assertThat(failure.kind()).isEqualTo(fault.kind());
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure).hasMessageContaining(fault.description());
      assertThat(failure.call().orElseThrow().provider()).isEqualTo("aliyun");
      assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.QUERY_FACES);
      assertSentOnce(server, fault);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnUnknownEffectOfAWriteAndSendsItOnce(WireFault fault) {
    try (RawServer server = RawServer.start(fault.script())) {

      FaceLibraryException failure = failureOf(server, fault, TestLibraries::write);

      assertThat(failure.kind()).isEqualTo(fault.kind());
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(failure).hasMessageContaining(fault.description());
      assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.ADD_FACES);
      assertThat(failure.isRetryable()).isFalse();
      assertSentOnce(server, fault);
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesTheNextCallAfterAFault(WireFault fault) {
    AtomicBoolean repaired = new AtomicBoolean();
    RawServer.Script faultUntilRepaired =
        exchange -> {
          if (repaired.get()) {
            exchange.send(RawResponse.NO_FACES);
          } else {
            fault.script().handle(exchange);
          }
        };
    try (RawServer server = RawServer.start(faultUntilRepaired);
        FaceLibrary library = open(server, fault)) {
      assertThatThrownBy(() -> TestLibraries.read(library))
          .isInstanceOf(FaceLibraryException.class);
      repaired.set(true);
      IdleWait.exceed();

      int failures = assertTimeoutPreemptively(BOUND, () -> failuresUntilARead(library, fault));

      if (fault.kind() != ErrorKind.TIMED_OUT) {
        assertThat(failures).isZero();
        assertThat(server.requests()).hasSize(2);
      }
    }
  }

  /** Reads until a read succeeds: on a busy machine even a good response may exceed 200 ms. */
  private static int failuresUntilARead(FaceLibrary library, WireFault fault) {
    for (int failures = 0; true; failures++) {
      try {
        TestLibraries.read(library);
        return failures;
      } catch (FaceLibraryException e) {
        assertThat(e.kind()).isEqualTo(fault.kind()).isEqualTo(ErrorKind.TIMED_OUT);
      }
    }
  }
}
