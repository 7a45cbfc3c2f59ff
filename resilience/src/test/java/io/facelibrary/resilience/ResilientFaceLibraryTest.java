package io.facelibrary.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facelibrary.Effect;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceArchive;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.ForwardingFaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.Operation;
import io.facelibrary.inmemory.InMemoryFaceLibrary;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layer as a whole: its settings, and the methods that it forwards. */
class ResilientFaceLibraryTest {
  private static final Operation FIND = Operation.FIND_PERSON;

  private final VirtualTime time = new VirtualTime();
  private final FaceLibrary inMemory =
      InMemoryFaceLibrary.builder()
          .limits(Limits.builder().callsPerSecond(Map.of(FIND, 1, Operation.SEARCH, 2)).build())
          .open();
  private final ScriptedLibrary library = new ScriptedLibrary(time, inMemory);

  @ParameterizedTest
  @EnumSource(Operation.class)
  void keepsTheDeclaredRates(Operation operation) {
    ResilientFaceLibrary layer = resilient().build();

    for (int i = 0; i < 3; i++) {
      Calls.thrownBy(layer, operation);
    }

    int seconds =
        switch (operation) {
          case FIND_PERSON, FIND_PERSONS -> 2;
          case SEARCH -> 1;
          default -> 0;
        };
    assertThat(library.begun).hasSize(3).last().isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void keepsARateThatReplacesTheDeclaredOne() {
    ResilientFaceLibrary layer = resilient().callsPerSecond(FIND, 3).build();

    for (int i = 0; i < 4; i++) {
      layer.findPerson(Calls.GRACE);
    }

    assertThat(library.begun.get(2)).isEqualTo(Duration.ZERO);
    assertThat(library.begun.get(3)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void doesNotLimitAnOperationWithoutRateLimit() {
    ResilientFaceLibrary some = resilient().withoutRateLimit(FIND).build();
    ResilientFaceLibrary all = resilient().withoutRateLimits().build();

    for (int i = 0; i < 100; i++) {
      some.findPerson(Calls.GRACE);
      all.findPerson(Calls.GRACE);
      Calls.call(all, Operation.SEARCH);
    }

    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void usesTheLastValueOfASetting() {
    ResilientFaceLibrary layer = resilient().withoutRateLimits().callsPerSecond(FIND, 1).build();

    layer.findPerson(Calls.GRACE);
    layer.findPerson(Calls.GRACE);

    assertThat(time.sleeps).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void capsADeclaredRateAtItsMaximum() {
    FaceLibrary fast =
        InMemoryFaceLibrary.builder()
            .limits(Limits.builder().callsPerSecond(Map.of(FIND, Integer.MAX_VALUE)).build())
            .open();

    assertThat(ResilientFaceLibrary.around(fast).build().findPerson(Calls.GRACE)).isEmpty();
  }

  @Test
  void usesTheSystemClockByDefault() {
    library.thenFail(Calls.unavailable(FIND));
    ResilientFaceLibrary layer =
        ResilientFaceLibrary.around(library)
            .backoff(Duration.ofNanos(1), Duration.ofNanos(1))
            .build();

    assertThat(layer.findPerson(Calls.GRACE)).isEmpty();

    assertThat(library.begun).hasSize(2);
  }

  @Test
  void hasTheCapabilitiesOfTheLibrary() {
    assertThat(resilient().build().capabilities()).isSameAs(inMemory.capabilities());
  }

  @Test
  void unwrapsItselfAndItsDelegate() {
    ResilientFaceLibrary layer = resilient().build();

    assertThat(layer.unwrap(ResilientFaceLibrary.class)).containsSame(layer);
    assertThat(layer.unwrap(ScriptedLibrary.class)).containsSame(library);
    assertThat(layer.unwrap(FaceArchive.class)).isPresent();
    assertThat(layer.unwrap(String.class)).isEqualTo(Optional.empty());
  }

  @Test
  void closesTheLibraryWhichThenRefusesCalls() {
    ResilientFaceLibrary layer = resilient().build();
    layer.findPerson(Calls.GRACE);

    layer.close();
    layer.close();

    FaceLibraryException late = Calls.thrownBy(layer, FIND);
    assertThat(late)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("after it was closed");
    assertThat(Calls.thrownBy(inMemory, FIND)).hasMessageContaining("after it was closed");
    assertThat(time.sleeps).as("no wait for a permit before a refusal").isEmpty();
  }

  @Test
  void refusesALibraryThatIsResilientAlready() {
    ResilientFaceLibrary layer = resilient().build();

    refused("library", () -> ResilientFaceLibrary.around(layer));
    refused("library", () -> ResilientFaceLibrary.around(new ForwardingFaceLibrary(layer) {}));
  }

  @Test
  void refusesSettingsOutOfRange() {
    Duration second = Duration.ofSeconds(1);
    Duration tooLong = Duration.ofHours(1).plusNanos(1);
    Duration negative = Duration.ofNanos(-1);

    refused("maxAttempts", it -> it.maxAttempts(0));
    refused("maxAttempts", it -> it.maxAttempts(101));
    refused("base", it -> it.backoff(negative, second));
    refused("base", it -> it.backoff(tooLong, tooLong));
    refused("ceiling", it -> it.backoff(second, second.minusNanos(1)));
    refused("ceiling", it -> it.backoff(second, tooLong));
    refused("deadline", it -> it.deadline(Duration.ofNanos(999_999)));
    refused("deadline", it -> it.deadline(Duration.ofDays(1).plusNanos(1)));
    refused("share", it -> it.retryBudget(-0.1, 1));
    refused("share", it -> it.retryBudget(1.1, 1));
    refused("share", it -> it.retryBudget(Double.NaN, 1));
    refused("reserve", it -> it.retryBudget(0.1, -1));
    refused("reserve", it -> it.retryBudget(0.1, 1_000_001));
    refused("callsPerSecond", it -> it.callsPerSecond(FIND, 0));
    refused("callsPerSecond", it -> it.callsPerSecond(FIND, 1_000_001));
    refused("callsAtOnce", it -> it.callsAtOnce(0));
    refused("callsAtOnce", it -> it.callsAtOnce(1_000_001));
  }

  @Test
  void acceptsSettingsAtTheEndsOfTheirRange() {
    Duration hour = Duration.ofHours(1);

    resilient().maxAttempts(1).backoff(Duration.ZERO, Duration.ZERO).retryBudget(0, 0).build();
    resilient().maxAttempts(100).backoff(hour, hour).retryBudget(1, 1_000_000).build();
    resilient().deadline(Duration.ofMillis(1)).callsPerSecond(FIND, 1_000_000).build();
    resilient().deadline(Duration.ofDays(1)).callsPerSecond(FIND, 1).build();
    resilient().callsAtOnce(1).callsAtOnce(1_000_000).build();

    assertThat(library.begun).isEmpty();
  }

  @Test
  void refusesNull() {
    refused("library", () -> ResilientFaceLibrary.around((FaceLibrary) null));
    refused("base", it -> it.backoff(null, Duration.ZERO));
    refused("ceiling", it -> it.backoff(Duration.ZERO, null));
    refused("deadline", it -> it.deadline(null));
    refused("listener", it -> it.listener(null));
    refused("operation", it -> it.callsPerSecond(null, 1));
    refused("operations", it -> it.neverRepeat(null));
    refused("operations", it -> it.neverRepeat(FIND, (Operation) null));
    refused("operations", it -> it.neverRepeat(FIND, (Operation[]) null));
    refused("operations", it -> it.withoutRateLimit(null));
  }

  private ResilientFaceLibrary.Builder resilient() {
    return ResilientFaceLibrary.around(library).time(time);
  }

  private void refused(String setting, Consumer<ResilientFaceLibrary.Builder> call) {
    refused(setting, () -> call.accept(resilient()));
  }

  private static void refused(String setting, ThrowingCallable call) {
    InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, call);
    assertThat(refusal.field()).isEqualTo(setting);
    assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(refusal.effect()).isEqualTo(Effect.NONE);
  }
}
