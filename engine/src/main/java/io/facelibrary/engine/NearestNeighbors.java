package io.facelibrary.engine;

import io.facelibrary.FaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The nearest persons found so far, each with its nearest face. Not thread-safe.
 *
 * @param <P> the store's key of a person; must implement {@code equals}
 */
public final class NearestNeighbors<P> {

  /**
   * A person with its nearest face.
   *
   * @param <P> the store's key of a person
   */
  public record Hit<P>(P person, FaceId face, float squaredDistance) {}

  private final Map<P, Hit<P>> byPerson = new HashMap<>();
  private final TreeSet<Hit<P>> hits;
  private final int limit;
  private final Comparator<Hit<P>> nearestFirst;
  private final Comparator<? super P> byId;
  private final Predicate<? super P> filter;
  private final float bound;
  private float farthest;

  /**
   * Creates an empty result.
   *
   * @param limit the number of persons to keep
   * @param bound the largest squared distance of interest
   * @param byId orders persons at equal distance by their ids, so that results are deterministic
   * @param filter accepts or rejects a person; called only for faces that are near enough
   */
  public NearestNeighbors(
      int limit, double bound, Comparator<? super P> byId, Predicate<? super P> filter) {
    // Rounding to a float must not leave out a face at the bound.
    this(limit, Math.nextUp((float) bound), byId, filter);
  }

  private NearestNeighbors(
      int limit, float bound, Comparator<? super P> byId, Predicate<? super P> filter) {
    this.limit = limit;
    this.bound = bound;
    this.farthest = bound;
    this.byId = byId;
    this.filter = filter;
    nearestFirst =
        Comparator.<Hit<P>>comparingDouble(Hit::squaredDistance)
            .thenComparing(Hit::person, byId)
            .thenComparing(hit -> hit.face().value());
    hits = new TreeSet<>(nearestFirst);
  }

  /** Returns an empty result with the same settings. */
  NearestNeighbors<P> emptyCopy() {
    return new NearestNeighbors<>(limit, bound, byId, filter);
  }

  /** Whether a face at this distance can enter the result. */
  public boolean isNearEnough(float squaredDistance) {
    return squaredDistance <= farthest;
  }

  /** Adds a face, if the filter accepts its person and the face is near enough. */
  public void offer(P person, FaceId face, float squaredDistance) {
    if (filter.test(person)) {
      add(new Hit<>(person, face, squaredDistance));
    }
  }

  void addAll(NearestNeighbors<P> others) {
    others.hits.forEach(this::add);
  }

  private void add(Hit<P> hit) {
    Hit<P> known = byPerson.get(hit.person());
    if (known != null) {
      if (nearestFirst.compare(known, hit) <= 0) {
        return;
      }
      hits.remove(known);
    }
    byPerson.put(hit.person(), hit);
    hits.add(hit);
    if (hits.size() > limit) {
      byPerson.remove(hits.pollLast().person());
    }
    if (hits.size() == limit) {
      farthest = hits.last().squaredDistance();
    }
  }

  /** Returns the hits, the nearest first. */
  public List<Hit<P>> hits() {
    return List.copyOf(hits);
  }
}
