package io.facelibrary.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facelibrary.AddFaces;
import io.facelibrary.AddPerson;
import io.facelibrary.Capability;
import io.facelibrary.FaceEncoder;
import io.facelibrary.FaceId;
import io.facelibrary.FaceImage;
import io.facelibrary.FaceLibraries;
import io.facelibrary.FaceLibrary;
import io.facelibrary.FaceLibraryOpener;
import io.facelibrary.InvalidRequestException;
import io.facelibrary.Limits;
import io.facelibrary.PersonId;
import io.facelibrary.ProviderSettings;
import io.facelibrary.QueryFaces;
import io.facelibrary.testkit.FakeFaceEncoder;
import io.facelibrary.testkit.TestClock;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemorySettingsTest {

  @Test
  void hasNoLimitsAndAllCapabilitiesByDefault() {
    FaceLibrary library = FaceLibraries.open("inmemory", Map.of());

    assertThat(library.capabilities().limits()).isEqualTo(Limits.none());
    assertThat(library.capabilities().offered())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Capability.OWN_THRESHOLD)));
    assertThat(library.capabilities().queryDelay()).isZero();
  }

  @Test
  void takesCapabilitiesAway() {
    FaceLibrary library =
        FaceLibraries.open("inmemory", Map.of("without", "named-groups, same-image-twice"));

    assertThat(library.capabilities().offered())
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(
                    Capability.OWN_THRESHOLD,
                    Capability.NAMED_GROUPS,
                    Capability.SAME_IMAGE_TWICE)));
  }

  @ParameterizedTest
  @CsvSource({"without, groups", "query-delay, 2d", "own-threshold, 1.5", "faces-per-search, 0"})
  void refusesAValueOfAPoorerLibraryOutOfRange(String name, String value) {
    assertThatThrownBy(() -> FaceLibraries.open("inmemory", Map.of(name, value)))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, it -> assertThat(it.field()).isEqualTo(name));
  }

  @Test
  void declaresADelayOfQueriesAndNoScaleWithAThresholdOfItsOwn() {
    var capabilities =
        FaceLibraries.open("inmemory", Map.of("query-delay", "5s", "own-threshold", "0.8"))
            .capabilities();

    assertThat(capabilities.queryDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(capabilities.offers(Capability.CONSISTENT_QUERIES)).isFalse();
    assertThat(capabilities.offers(Capability.OWN_THRESHOLD)).isTrue();
    assertThat(capabilities.scale()).isEmpty();
  }

  @Test
  void takesTheLimitsOfGreenAndSingleLimits() {
    Limits changed =
        FaceLibraries.open("inmemory", Map.of("profile", "green", "groups", "7"))
            .capabilities()
            .limits();

    assertThat(changed)
        .isEqualTo(
            InMemoryFaceLibrary.builder().greenLimits().open().capabilities().limits().toBuilder()
                .groups(7)
                .build());
  }

  @Test
  void takesTheRuleOfNextDayGroups() {
    assertThat(open("next-day-groups", "true").capabilities().searchDelay())
        .isEqualTo(Duration.ofHours(25));
    assertThat(open("next-day-groups", "false").capabilities().searchDelay())
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void takesTheRuleOfYearlyClearing() {
    assertThat(facesAfterAYear("true")).isEmpty();
    assertThat(facesAfterAYear("false")).hasSize(1);
  }

  private static List<FaceId> facesAfterAYear(String yearlyClearing) {
    PersonId person = PersonId.of("anna");
    TestClock clock = TestClock.at("2026-03-01T09:00:00Z");
    ProviderSettings settings = ProviderSettings.of(Map.of("yearly-clearing", yearlyClearing));
    FaceLibrary library = InMemoryProvider.builder(settings).clock(clock).open();
    library.addPerson(AddPerson.of(person));
    library.addFaces(AddFaces.of(person, FaceImage.at("https://example.com/1.jpg"))).orThrow();

    clock.advance(Duration.ofDays(365));

    return library.queryFaces(QueryFaces.allOf(person)).ids();
  }

  @Test
  void takesAClockAsAResource() {
    PersonId person = PersonId.of("anna");
    TestClock clock = TestClock.at("2026-03-01T09:00:00Z");
    FaceLibrary library =
        FaceLibraries.opener("inmemory")
            .setting("yearly-clearing", "true")
            .resource(Clock.class, clock)
            .open();
    library.addPerson(AddPerson.of(person));
    library.addFaces(AddFaces.of(person, FaceImage.at("https://example.com/1.jpg"))).orThrow();

    clock.advance(Duration.ofDays(365));

    assertThat(library.queryFaces(QueryFaces.allOf(person)).ids()).isEmpty();
  }

  @Test
  void takesAnEncoderAsAResourceAndDoesNotCloseIt() {
    AtomicBoolean closed = new AtomicBoolean();
    FaceEncoder fake = new FakeFaceEncoder();
    FaceEncoder encoder =
        (FaceEncoder)
            Proxy.newProxyInstance(
                FaceEncoder.class.getClassLoader(),
                new Class<?>[] {FaceEncoder.class},
                (proxy, method, arguments) -> {
                  closed.compareAndSet(false, method.getName().equals("close"));
                  return method.invoke(fake, arguments);
                });

    FaceLibrary library =
        FaceLibraries.opener("inmemory").resource(FaceEncoder.class, encoder).open();
    library.close();

    assertThat(library.capabilities().offered()).doesNotContain(Capability.IMAGE_URL);
    assertThat(closed).isFalse();
  }

  @Test
  void refusesASettingThatTheEncoderDoesNotKnow() {
    FaceLibraryOpener opener =
        FaceLibraries.opener("inmemory")
            .setting("encoder", FakeEncoderProvider.NAME)
            .setting("encoder.manifest", "m");

    assertThatThrownBy(opener::open)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("encoder.manifest is not a setting of the provider inmemory");
  }

  @Test
  void refusesTwoEncoders() {
    FaceLibraryOpener opener =
        FaceLibraries.opener("inmemory")
            .setting("encoder", FakeEncoderProvider.NAME)
            .resource(FaceEncoder.class, new FakeFaceEncoder());

    assertThatThrownBy(opener::open)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("encoder must not be set together with a resource");
  }

  @ParameterizedTest
  @CsvSource({"faces-per-person, 0", "yearly-clearing, TRUE", "colour, blue"})
  void refusesAnUnknownSettingOrOneOutOfRangeByItsName(String name, String value) {
    assertThatThrownBy(() -> open(name, value))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, refusal -> assertThat(refusal.field()).isEqualTo(name));
  }

  @Test
  void listsItsSettingsIfOneIsUnknown() {
    assertThatThrownBy(() -> open("face-per-person", "3"))
        .hasMessageContaining("faces-per-person")
        .hasMessageContaining("yearly-clearing");
  }

  @Test
  void refusesNullInItsBuilder() {
    InMemoryFaceLibrary.Builder builder = InMemoryFaceLibrary.builder();

    assertThatThrownBy(() -> builder.limits(null)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.imageMatcher(null))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.without((Capability) null))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> builder.without((Capability[]) null))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static FaceLibrary open(String name, String value) {
    return FaceLibraries.open("inmemory", Map.of(name, value));
  }
}
