package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.facelibrary.AddPerson;
import io.facelibrary.ErrorKind;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryException;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Users find the provider by its name and open it with settings. */
interface DiscoveryContract extends ContractPart {

  private Discovery discovery() {
    return harness()
        .discovery()
        .orElseGet(
            () -> abort("the harness names no provider: users do not open the library by name"));
  }

  private InvalidRequestException refusalOf(String provider, Map<String, String> settings) {
    InvalidRequestException refusal =
        catchThrowableOfType(
            InvalidRequestException.class, () -> FaceLibraries.open(provider, settings).close());
    assertThat(refusal).as("opening is refused").isNotNull();
    return refusal;
  }

  @Test
  @Promise(27)
  default void isFoundByItsName() {
    Discovery discovery = discovery();

    try (FaceLibrary opened = FaceLibraries.open(discovery.provider(), discovery.settings())) {
      assertThat(opened.capabilities()).isNotNull();
    }
  }

  @Test
  @Promise(27)
  default void usesTheProviderNameInErrors() {
    Discovery discovery = discovery();
    PersonId unknown = fixtures().newPersonId();
    FaceLibrary closed = FaceLibraries.open(discovery.provider(), discovery.settings());
    closed.close();

    FaceLibraryException failure =
        Failing.assertRefused(
            ErrorKind.INVALID_REQUEST, () -> closed.queryFaces(QueryFaces.allOf(unknown)));

    assertThat(failure.call().orElseThrow().provider()).isEqualTo(discovery.provider());
  }

  @Test
  @Promise(27)
  default void isListedWhenAnUnknownProviderIsRequested() {
    String provider = discovery().provider();

    InvalidRequestException refusal = refusalOf("no-such-provider", Map.of());

    assertThat(refusal.field()).isEqualTo(FaceLibraries.PROVIDER);
    assertThat(refusal).hasMessageContaining(provider);
  }

  @Test
  @Promise({25, 27})
  default void refusesAnUnknownSettingAndListsTheKnownOnes() {
    Discovery discovery = discovery();
    Map<String, String> settings = new HashMap<>(discovery.settings());
    settings.put("no-such-setting", "its-value");

    InvalidRequestException refusal = refusalOf(discovery.provider(), settings);

    assertThat(refusal.field()).isEqualTo("no-such-setting");
    assertThat(refusal.getMessage())
        .contains(discovery.settings().keySet())
        .doesNotContain("its-value");
  }

  @Test
  @Promise({25, 27})
  default void printsNoValueOfARefusedSetting() {
    Discovery discovery = discovery();
    assumeFalse(harness().secrets().isEmpty(), "the harness names no secret");
    for (String name : discovery.settings().keySet()) {
      Map<String, String> settings = new HashMap<>(discovery.settings());
      settings.put(name, " ");
      settings.put("no-such-setting", "x");

      String message = refusalOf(discovery.provider(), settings).getMessage();

      Leaks texts = new Leaks();
      texts.add("the refusal of the settings", message);
      texts.assertNone(harness().secrets());
    }
  }

  @Test
  @Promise(27)
  default void opensWithoutARemoteCall() {
    NetworkFaults faults = assume().remote();
    List<Function<NetworkFaults, FaceLibrary>> openings =
        List.of(
            NetworkFaults::openWithRefusedConnection,
            NetworkFaults::openWithoutResponse,
            NetworkFaults::openWithWrongCredentials);
    for (var opening : openings) {
      try (FaceLibrary opened = opening.apply(faults)) {
        assertThat(opened.capabilities()).isNotNull();
      }
    }
  }

  @Test
  @Promise(27)
  default void opensMoreThanOnce() {
    Discovery discovery = discovery();
    PersonId person = fixtures().newPersonId();
    FaceLibraries.open(discovery.provider(), discovery.settings()).close();
    try (FaceLibrary second = FaceLibraries.open(discovery.provider(), discovery.settings())) {
      second.addPerson(AddPerson.of(person));

      assertThat(second.deletePerson(person)).isTrue();
    }
  }
}
