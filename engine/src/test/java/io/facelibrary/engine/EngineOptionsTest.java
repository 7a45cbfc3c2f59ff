package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.Capability;
import io.facelibrary.FaceLibrary;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.engine.support.DelegatingEncoder;
import io.facelibrary.engine.support.MapLibraryStore;
import io.facelibrary.testkit.FakeFaceEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

  /** Counts how often it is closed. */
  private static final class ClosingEncoder extends DelegatingEncoder {
    private int closed;

    ClosingEncoder() {
      super(new FakeFaceEncoder());
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private static final Set<Capability> EVERYTHING =
      EnumSet.complementOf(EnumSet.of(Capability.OWN_THRESHOLD));

  private static Set<Capability> everythingBut(Capability... missing) {
    Set<Capability> rest = EnumSet.copyOf(EVERYTHING);
    rest.removeAll(List.of(missing));
    return rest;
  }

  @Test
  void hasNoLimitsAndAllCapabilitiesByDefault() {
    EngineOptions options = new EngineOptions();

    assertThat(options.capabilities().offered()).isEqualTo(EVERYTHING);
    assertThat(options.capabilities().limits()).isEqualTo(Limits.none());
    assertThat(options.limits()).isEqualTo(Limits.none());
    assertThat(options.clock()).isEqualTo(Clock.systemUTC());
    assertThat(options.model()).isEmpty();
  }

  @Test
  void declaresItsLimitsAndTheCapabilitiesThatAreLeft() {
    Limits limits = Limits.builder().groups(3).build();
    EngineOptions options =
        new EngineOptions().limits(limits).without(Capability.SEARCH, Capability.LIST_GROUPS);

    assertThat(options.capabilities().limits()).isEqualTo(limits);
    assertThat(options.capabilities().offered())
        .isEqualTo(everythingBut(Capability.SEARCH, Capability.LIST_GROUPS));
    assertThat(options.greenLimits().limits()).isEqualTo(GreenLimits.LIMITS);
  }

  @Test
  void declaresTheLongestDayAsSearchDelayOfNextDayGroups() {
    assertThat(new EngineOptions().nextDayGroups().capabilities().searchDelay())
        .isEqualTo(Duration.ofHours(25));
    assertThat(new EngineOptions().capabilities().searchDelay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void offersNoImageUrlsWithAnEncoder() {
    EngineOptions options = new EngineOptions().encoder(new FakeFaceEncoder());

    assertThat(options.capabilities().offered())
        .isEqualTo(everythingBut(Capability.IMAGE_URL, Capability.FACE_IMAGE_URL));
    assertThat(options.model()).contains(new FakeFaceEncoder().model());
  }

  @Test
  void refusesNullByTheNameOfTheField() {
    EngineOptions options = new EngineOptions();

    assertRefuses("limits", () -> options.limits(null));
    assertRefuses("clock", () -> options.clock(null));
    assertRefuses("encoder", () -> options.encoder(null));
    assertRefuses("capabilities", () -> options.without((Capability) null));
    assertRefuses("capabilities", () -> options.without((Capability[]) null));
  }

  private static void assertRefuses(String field, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageContaining("must not be null");
  }

  @Test
  void aLibraryClosesItsStoreAndTheEncoderThatItOwns() {
    ClosingEncoder owned = new ClosingEncoder();
    MapLibraryStore store = new MapLibraryStore();

    EngineLibraries.create(store, new EngineOptions().ownedEncoder(owned)).close();

    assertThat(store.isClosed()).isTrue();
    assertThat(owned.closed).isEqualTo(1);
  }

  @Test
  void aLibraryClosesItsEncoderEvenIfTheStoreFails() {
    ClosingEncoder owned = new ClosingEncoder();
    IllegalStateException failure = new IllegalStateException("on purpose");
    MapLibraryStore store =
        new MapLibraryStore() {
          @Override
          public void close() {
            throw failure;
          }
        };
    FaceLibrary library = EngineLibraries.create(store, new EngineOptions().ownedEncoder(owned));

    assertThatThrownBy(library::close).isSameAs(failure);
    assertThat(owned.closed).isEqualTo(1);
  }

  @Test
  void theCallerKeepsTheEncoderThatItPassed() {
    ClosingEncoder encoder = new ClosingEncoder();
    EngineOptions options = new EngineOptions().encoder(encoder);

    EngineLibraries.create(new MapLibraryStore(), options).close();
    options.closeOwnedEncoder();

    assertThat(encoder.closed).isZero();
  }

  @Test
  void closesTheOwnedEncoderOfALibraryThatCouldNotBeOpened() {
    ClosingEncoder owned = new ClosingEncoder();

    new EngineOptions().ownedEncoder(owned).closeOwnedEncoder();
    new EngineOptions().closeOwnedEncoder();

    assertThat(owned.closed).isEqualTo(1);
  }
}
