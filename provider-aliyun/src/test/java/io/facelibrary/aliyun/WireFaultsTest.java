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
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireFaultsTest {
  /** Far above the time-outs below, and far below what a call that hangs takes. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  private static FaceLibraryException failureOf(
      RawServer server, Consumer<FaceLibrary> call, String answerTimeout) {
    try (FaceLibrary library =
        Opened.at(server.endpoint(), "answer-timeout", answerTimeout, "connect-timeout", "10s")) {
      return assertTimeoutPreemptively(
          BOUND,
          () -> catchThrowableOfType(FaceLibraryException.class, () -> call.accept(library)));
    }
  }

  /** Only what ends by its time-out gets a short one, so that a slow machine changes no result. */
  private static String answerTimeout(WireFault fault) {
    return fault.kind() == ErrorKind.TIMED_OUT ? "200ms" : "20s";
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfAReadWhatWentWrong(WireFault fault) {
    try (RawServer server = RawServer.start(fault.script())) {

      FaceLibraryException failure = failureOf(server, Opened::read, answerTimeout(fault));

      assertThat(failure.kind()).isEqualTo(fault.kind());
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure).hasMessageContaining(fault.saying());
      assertThat(failure.call().orElseThrow().provider()).isEqualTo("aliyun");
      assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.QUERY_FACES);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsOfAWriteThatItsEffectIsUnknownAndMakesItOnce(WireFault fault) {
    try (RawServer server = RawServer.start(fault.script())) {

      FaceLibraryException failure = failureOf(server, Opened::write, answerTimeout(fault));

      assertThat(failure.kind()).isEqualTo(fault.kind());
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(failure).hasMessageContaining(fault.saying());
      assertThat(failure.call().orElseThrow().operation()).isEqualTo(Operation.ADD_FACES);
      assertThat(failure.isRetryable()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersTheNextCallAfterAFault(WireFault fault) {
    RawServer.Script faultThenAnswer =
        exchanged -> {
          if (exchanged.number() == 1) {
            fault.script().answer(exchanged);
          } else {
            exchanged.send(RawResponse.NO_FACES);
          }
        };
    try (RawServer server = RawServer.start(faultThenAnswer);
        FaceLibrary library =
            Opened.at(
                server.endpoint(),
                "answer-timeout",
                answerTimeout(fault),
                "max-connections",
                "1")) {
      assertThatThrownBy(() -> Opened.read(library)).isInstanceOf(FaceLibraryException.class);
      ATick.pass();

      assertTimeoutPreemptively(BOUND, () -> Opened.read(library));

      assertThat(server.requests()).hasSize(2);
    }
  }
}
