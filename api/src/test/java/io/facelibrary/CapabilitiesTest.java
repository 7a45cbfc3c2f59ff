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
  void offerTheBaselineAndNothingElseUnlessNamed(Capability capability) {
    Capabilities baseline = Capabilities.builder().build();

    assertThat(baseline.offers(capability)).isEqualTo(capability.isBaseline());
    assertThat(Capabilities.builder().offers(capability).build().offers(capability)).isTrue();
    assertThat(Capabilities.builder().without(capability).build().offers(capability)).isFalse();
  }

  @Test
  void mayOfferNothing() {
    Capabilities nothing = Capabilities.builder().without(Capability.values()).build();

    assertThat(nothing.offered()).isEmpty();
    assertThat(nothing.toBuilder().build()).isEqualTo(nothing).hasSameHashCodeAs(nothing);
  }

  @Test
  void keepTheOtherFieldsWhenOneIsChanged() {
    Limits limits = Limits.builder().groups(3).build();
    SimilarityScale scale = SimilarityScale.ofThresholds(Similarity.SAME, Similarity.NONE);

    Capabilities capabilities =
        Capabilities.builder()
            .searchDelay(Duration.ofDays(1))
            .queryDelay(Duration.ofSeconds(1))
            .limits(limits)
            .scale(scale)
            .offers(Capability.SEARCH)
            .build()
            .toBuilder()
            .without(Capability.WRITES)
            .build();

    assertThat(capabilities.searchDelay()).isEqualTo(Duration.ofDays(1));
    assertThat(capabilities.queryDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(capabilities.limits()).isEqualTo(limits);
    assertThat(capabilities.scale()).contains(scale);
    assertThat(capabilities.offers(Capability.SEARCH)).isTrue();
    assertThat(capabilities.offers(Capability.WRITES)).isFalse();
  }

  @Test
  void aQueryDelayTakesConsistentQueriesAway() {
    Capabilities delayed = Capabilities.builder().queryDelay(Duration.ofNanos(1)).build();

    assertThat(delayed.offers(Capability.CONSISTENT_QUERIES)).isFalse();
  }

  @Test
  void haveNoNegativeDelay() {
    Duration negative = Duration.ofNanos(-1);

    assertRefused(
        "searchDelay", "must not be negative", () -> Capabilities.builder().searchDelay(negative));
    assertRefused(
        "queryDelay", "must not be negative", () -> Capabilities.builder().queryDelay(negative));
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
            .nameLength(10)
            .noteLength(0)
            .groupsPerPerson(11)
            .facesPerSearch(12)
            .callsAtOnce(13)
            .faces(14)
            .facesPerGroup(15)
            .imagePixels(16)
            .imageFormats(Set.of(ImageFormat.PNG))
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
    assertThat(limits.nameLength()).isEqualTo(10);
    assertThat(limits.noteLength()).isZero();
    assertThat(limits.groupsPerPerson()).hasValue(11);
    assertThat(limits.facesPerSearch()).hasValue(12);
    assertThat(limits.callsAtOnce()).hasValue(13);
    assertThat(limits.faces()).hasValue(14);
    assertThat(limits.facesPerGroup()).hasValue(15);
    assertThat(limits.imagePixels()).hasValue(16);
    assertThat(limits.imageFormats()).containsExactly(ImageFormat.PNG);
    assertThat(limits)
        .hasToString(
            "Limits[idLength=3, idPattern=[a-z]*, nameLength=10, noteLength=0, facesPerPerson=1,"
                + " imagesPerCall=2, groups=4, groupsPerPerson=11, groupsPerSearch=5,"
                + " facesPerSearch=12, resultsPerSearch=6, urlLength=8, callsAtOnce=13, faces=14,"
                + " facesPerGroup=15, imageBytes=7, imagePixels=16, imageFormats=[PNG],"
                + " callsPerSecond={search=9}]");
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        limit("facesPerPerson", most -> Limits.builder().facesPerPerson(most)),
        limit("imagesPerCall", most -> Limits.builder().imagesPerCall(most)),
        limit("idLength", most -> Limits.builder().idLength(most)),
        limit("groups", most -> Limits.builder().groups(most)),
        limit("groupsPerPerson", most -> Limits.builder().groupsPerPerson(most)),
        limit("facesPerSearch", most -> Limits.builder().facesPerSearch(most)),
        limit("callsAtOnce", most -> Limits.builder().callsAtOnce(most)),
        limit("faces", most -> Limits.builder().faces(most)),
        limit("facesPerGroup", most -> Limits.builder().facesPerGroup(most)),
        limit("imagePixels", most -> Limits.builder().imagePixels(most)),
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

  @Test
  void textsMayBeAbsentAndAreNeverLongerThanTheirTypeAllows() {
    assertThat(Limits.builder().nameLength(1000).noteLength(10_000).build())
        .isEqualTo(Limits.none());
    assertRefused("nameLength", "must be from 0", () -> Limits.builder().nameLength(-1));
    assertRefused("nameLength", "must be from 0", () -> Limits.builder().nameLength(1001));
    assertRefused("noteLength", "must be from 0", () -> Limits.builder().noteLength(-1));
    assertRefused("noteLength", "must be from 0", () -> Limits.builder().noteLength(10_001));
  }

  @Test
  void imageFormatsAreCopiedAndNotEmpty() {
    Set<ImageFormat> formats = EnumSet.of(ImageFormat.PNG);
    Limits limits = Limits.builder().imageFormats(formats).build();
    formats.clear();

    assertThat(limits.imageFormats()).containsExactly(ImageFormat.PNG);
    assertRefused(
        "imageFormats", "must not be empty", () -> Limits.builder().imageFormats(formats));
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
