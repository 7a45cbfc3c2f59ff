package io.facelibrary;

import static io.facelibrary.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Capabilities} and their {@link Limits}. */
class CapabilitiesTest {

  @ParameterizedTest
  @EnumSource(Capability.class)
  void offerEveryCapabilityThatIsNotRemoved(Capability capability) {
    Capabilities all = Capabilities.all();

    assertThat(all.offers(capability)).isTrue();
    assertThat(all.without(capability).offers(capability)).isFalse();
    assertThat(all.without(capability).offered())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(capability)));
    assertThat(all.without(capability).without(capability)).isEqualTo(all.without(capability));
  }

  @Test
  void mayOfferNothing() {
    assertThat(Capabilities.all().without(Capability.values()).offered()).isEmpty();
    assertThat(new Capabilities(Set.of(), Limits.none(), Duration.ZERO).offered()).isEmpty();
    assertThat(Capabilities.all().without()).isEqualTo(Capabilities.all());
  }

  @Test
  void keepTheOtherFieldsWhenOneIsChanged() {
    Limits limits = Limits.builder().groups(3).build();

    Capabilities capabilities =
        Capabilities.all()
            .withSearchDelay(Duration.ofDays(1))
            .withLimits(limits)
            .without(Capability.SEARCH);

    assertThat(capabilities.searchDelay()).isEqualTo(Duration.ofDays(1));
    assertThat(capabilities.limits()).isEqualTo(limits);
    assertThat(capabilities.offers(Capability.SEARCH)).isFalse();
  }

  @Test
  void haveNoNegativeSearchDelay() {
    assertRefused(
        "searchDelay",
        "must not be negative",
        () -> Capabilities.all().withSearchDelay(Duration.ofNanos(-1)));
  }

  @Test
  void haveNoLimitUnlessOneIsSet() {
    Limits none = Limits.none();

    assertThat(none).isEqualTo(Limits.builder().build()).isEqualTo(none.toBuilder().build());
    assertThat(none.facesPerPerson()).isEmpty();
    assertThat(none.imageBytes()).isEmpty();
    assertThat(none.idPattern()).isEmpty();
    assertThat(none.idLength()).isEqualTo(255);
    assertThat(none.callsPerSecond()).isEmpty();
  }

  @Test
  void limitsAreCopiedByTheirBuilder() {
    Limits limits =
        Limits.builder()
            .facesPerPerson(1)
            .imagesPerCall(2)
            .idLength(3)
            .idPattern("[a-z]*")
            .groups(4)
            .groupsPerSearch(5)
            .resultsPerSearch(6)
            .imageBytes(7)
            .urlLength(8)
            .callsPerSecond(Map.of(Operation.SEARCH, 9))
            .build();

    assertThat(limits.toBuilder().build()).isEqualTo(limits);
    assertThat(limits.facesPerPerson()).hasValue(1);
    assertThat(limits.imagesPerCall()).hasValue(2);
    assertThat(limits.idLength()).isEqualTo(3);
    assertThat(limits.idPattern()).contains("[a-z]*");
    assertThat(limits.groups()).hasValue(4);
    assertThat(limits.groupsPerSearch()).hasValue(5);
    assertThat(limits.resultsPerSearch()).hasValue(6);
    assertThat(limits.imageBytes()).hasValue(7);
    assertThat(limits.urlLength()).hasValue(8);
    assertThat(limits.callsPerSecond()).containsExactly(Map.entry(Operation.SEARCH, 9));
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        limit("facesPerPerson", most -> Limits.builder().facesPerPerson(most)),
        limit("imagesPerCall", most -> Limits.builder().imagesPerCall(most)),
        limit("idLength", most -> Limits.builder().idLength(most)),
        limit("groups", most -> Limits.builder().groups(most)),
        limit("groupsPerSearch", most -> Limits.builder().groupsPerSearch(most)),
        limit("resultsPerSearch", most -> Limits.builder().resultsPerSearch(most)),
        limit("imageBytes", most -> Limits.builder().imageBytes(most)),
        limit("urlLength", most -> Limits.builder().urlLength(most)),
        limit(
            "callsPerSecond",
            most -> Limits.builder().callsPerSecond(Map.of(Operation.SEARCH, most))));
  }

  private static Arguments limit(String field, IntFunction<Limits.Builder> limits) {
    return Arguments.of(field, limits);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void aLimitIsAtLeastOne(String field, IntFunction<Limits.Builder> limits) {
    assertThat(limits.apply(1).build()).isNotNull();
    assertRefused(field, "must be", () -> limits.apply(0).build());
    assertRefused(field, "must be", () -> limits.apply(Integer.MIN_VALUE).build());
  }

  @Test
  void idsHaveAtMost255Characters() {
    assertThat(Limits.builder().idLength(255).build()).isEqualTo(Limits.none());
    assertRefused(
        "idLength", "must be from 1 to 255", () -> Limits.builder().idLength(256).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Never-Show-Me", "Never-Show-Me(", "*"})
  void theIdPatternIsARegularExpression(String pattern) {
    assertRefused(
        "idPattern",
        "must be a regular expression",
        () -> Limits.builder().idPattern(pattern).build());
  }
}
