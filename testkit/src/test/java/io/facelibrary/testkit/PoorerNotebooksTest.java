package io.facelibrary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.ImageFormat;
import io.facelibrary.Limits;
import io.facelibrary.Similarity;
import io.facelibrary.SimilarityScale;
import io.facelibrary.testkit.InterruptionLiars.Interruptible;
import io.facelibrary.testkit.InterruptionLiars.Reaction;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract over libraries that lack one capability, know another scale, or have few limits. */
class PoorerNotebooksTest {
  /** A library under the whole contract. */
  private record Variant(String name, Harness harness) {
    static Variant of(String name, Function<Capabilities.Builder, Capabilities.Builder> change) {
      Capabilities capabilities = change.apply(Offered.ALL.toBuilder()).build();
      return new Variant(name, new NotebookHarness(capabilities, it -> it));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Variant> variants() {
    return Stream.concat(
        Arrays.stream(Capability.values())
            .filter(Offered.ALL::offers)
            .map(
                it ->
                    it == Capability.CONSISTENT_QUERIES
                        ? new Variant("without " + it, new StaleNotebookHarness(Offered.ALL))
                        : Variant.of("without " + it, builder -> builder.without(it))),
        Stream.of(
            new Variant("without a scale", new NotebookHarness(Offered.withoutScale(), it -> it)),
            new Variant(
                "with its own threshold",
                new NotebookHarness(Offered.withOwnThreshold(), it -> it)),
            new Variant(
                "whose writes are interrupted after they are done",
                new NotebookHarness(Liar.DECLARED, it -> new Interruptible(it, Reaction.ADMIT))),
            Variant.of(
                "with a scale of rates",
                it -> it.scale(SimilarityScale.measured(1e-5, "equal images"))),
            Variant.of(
                "with a steep scale",
                it ->
                    it.scale(
                        SimilarityScale.ofRates(
                            Map.of(0.0, 1.0, 0.25, 0.5, 1.0, 1e-9), 1e-9, "equal images"))),
            Variant.of(
                "with an equal threshold",
                it -> it.scale(SimilarityScale.ofThresholds(Similarity.SAME, Similarity.SAME))),
            Variant.of(
                "with one face that every person needs",
                it ->
                    it.without(Capability.PERSONS_WITHOUT_FACES)
                        .limits(Limits.builder().facesPerPerson(1).build())),
            Variant.of(
                "with four faces of which a person needs one",
                it ->
                    it.without(Capability.PERSONS_WITHOUT_FACES)
                        .limits(Limits.builder().facesPerPerson(4).imagesPerCall(3).build())),
            Variant.of(
                "with little of everything",
                it ->
                    it.without(
                            Capability.NAMED_GROUPS,
                            Capability.PERSONS_WITHOUT_FACES,
                            Capability.PERSONS_WITHOUT_GROUPS,
                            Capability.SAME_IMAGE_TWICE,
                            Capability.SEARCH_MANY_GROUPS,
                            Capability.LIST_GROUPS)
                        .limits(texts(0, 0))),
            Variant.of("without texts", it -> it.limits(texts(0, 0))),
            Variant.of("with short texts", it -> it.limits(texts(6, 20))),
            Variant.of(
                "with one group per person",
                it -> it.limits(Limits.builder().groupsPerPerson(1).groups(20).build())),
            Variant.of(
                "with few groups per person",
                it -> it.limits(Limits.builder().groupsPerPerson(3).build())),
            Variant.of(
                "with one format and one face per search",
                it ->
                    it.limits(
                        Limits.builder()
                            .imageFormats(Set.of(ImageFormat.PNG))
                            .facesPerSearch(1)
                            .build()))));
  }

  private static Limits texts(int name, int note) {
    return Limits.builder().nameLength(name).noteLength(note).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void keepTheContract(Variant variant) {
    assertThat(LiarsTest.failures(variant::harness)).isEmpty();
  }
}
