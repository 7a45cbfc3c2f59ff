package io.facelibrary.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.facelibrary.FaceId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NearestNeighborsTest {

  private static NearestNeighbors<String> nearest(int limit) {
    return new NearestNeighbors<>(
        limit, Double.POSITIVE_INFINITY, Comparator.naturalOrder(), person -> true);
  }

  private static List<String> persons(NearestNeighbors<String> nearest) {
    return nearest.hits().stream().map(NearestNeighbors.Hit::person).toList();
  }

  @Property(tries = 300)
  void keepsTheNearestPersonsEachByItsNearestFace(
      @ForAll @Size(max = 60) List<@IntRange(max = 999) Integer> offers,
      @ForAll @IntRange(min = 1, max = 8) int limit) {
    NearestNeighbors<String> nearest = nearest(limit);
    Map<String, Float> expected = new TreeMap<>();
    for (int i = 0; i < offers.size(); i++) {
      String person = "p" + offers.get(i) % 10;
      float distance = offers.get(i) / 10;
      if (nearest.isNearEnough(distance)) {
        nearest.offer(person, FaceId.of("f" + i), distance);
      }
      expected.merge(person, distance, Math::min);
    }

    List<String> sorted =
        expected.entrySet().stream()
            .sorted(Map.Entry.<String, Float>comparingByValue().thenComparing(Map.Entry::getKey))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(persons(nearest)).isEqualTo(sorted);
    assertThat(nearest.hits())
        .allSatisfy(hit -> assertThat(hit.squaredDistance()).isEqualTo(expected.get(hit.person())));
  }

  @Test
  void returnsTheFirstFaceOfAPersonWithTwoFacesAtTheSameDistance() {
    NearestNeighbors<String> nearest = nearest(2);
    nearest.offer("ann", FaceId.of("2"), 1);
    nearest.offer("ann", FaceId.of("1"), 1);
    nearest.offer("ann", FaceId.of("3"), 1);

    assertThat(nearest.hits())
        .containsExactly(new NearestNeighbors.Hit<>("ann", FaceId.of("1"), 1));
  }

  @Test
  void ignoresFacesFartherThanTheLastHitWhenItIsFull() {
    NearestNeighbors<String> nearest = nearest(1);
    assertThat(nearest.isNearEnough(Float.MAX_VALUE)).isTrue();

    nearest.offer("ann", FaceId.of("1"), 2);

    assertThat(nearest.isNearEnough(2)).isTrue();
    assertThat(nearest.isNearEnough(2.1f)).isFalse();
  }

  @Test
  void ignoresFacesBeyondTheBoundAndKeepsThoseAtTheBound() {
    double bound = 0.1;
    NearestNeighbors<String> nearest =
        new NearestNeighbors<>(2, bound, Comparator.naturalOrder(), person -> true);

    assertThat(nearest.isNearEnough((float) bound)).isTrue();
    assertThat(nearest.isNearEnough(0.11f)).isFalse();
    assertThat(nearest.emptyCopy().isNearEnough(0.11f)).isFalse();
  }

  @Test
  void leavesOutPersonsThatTheFilterRejects() {
    NearestNeighbors<String> nearest =
        new NearestNeighbors<>(
            3,
            Double.POSITIVE_INFINITY,
            Comparator.naturalOrder(),
            person -> !person.equals("ben"));

    nearest.offer("ann", FaceId.of("1"), 2);
    nearest.offer("ben", FaceId.of("2"), 1);

    assertThat(persons(nearest)).containsExactly("ann");
  }

  @Test
  void mergesTwoResultsWithTheSameSettings() {
    NearestNeighbors<String> nearest = nearest(2);
    nearest.offer("ann", FaceId.of("1"), 4);
    NearestNeighbors<String> other = nearest.emptyCopy();
    assertThat(other.hits()).isEmpty();
    other.offer("ann", FaceId.of("2"), 3);
    other.offer("ben", FaceId.of("3"), 2);
    other.offer("cleo", FaceId.of("4"), 1);

    nearest.addAll(other);

    assertThat(persons(nearest)).containsExactly("cleo", "ben");
    assertThat(persons(other)).containsExactly("cleo", "ben");
  }
}
