package io.facelibrary.engine;

import io.facelibrary.FaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The nearest persons found so far, each by its nearest face. For one thread at a time.
 *
 * @param <P> by what a state knows a person, with an equality of its own
 */
public final class NearestNeighbors<P> {

  /**
   * A person by the nearest of its faces.
   *
   * @param <P> by what a state knows a person
   */
  public record Hit<P>(P person, FaceId face, float squaredDistance) {}

  private final Map<P, Hit<P>> byPerson = new HashMap<>();
  private final TreeSet<Hit<P>> hits;
  private final int most;
  private final Comparator<Hit<P>> nearestFirst;
  private final Comparator<? super P> byId;
  private final Predicate<? super P> admitted;
  private float farthest = Float.POSITIVE_INFINITY;

  /**
   * Starts with nobody.
   *
   * @param most how many persons to keep
   * @param byId orders persons equally near by their ids, so that answers do not depend on luck
   * @param admitted whether a person may be among them; asked of few
   */
  public NearestNeighbors(int most, Comparator<? super P> byId, Predicate<? super P> admitted) {
    this.most = most;
    this.byId = byId;
    this.admitted = admitted;
    nearestFirst =
        Comparator.<Hit<P>>comparingDouble(Hit::squaredDistance)
            .thenComparing(Hit::person, byId)
            .thenComparing(hit -> hit.face().value());
    hits = new TreeSet<>(nearestFirst);
  }

  NearestNeighbors<P> empty() {
    return new NearestNeighbors<>(most, byId, admitted);
  }

  /** Whether a face at this distance is worth offering. */
  public boolean wants(float squaredDistance) {
    return squaredDistance <= farthest;
  }

  /** Takes a face, if its person is admitted. */
  public void offer(P person, FaceId face, float squaredDistance) {
    if (admitted.test(person)) {
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
    if (hits.size() > most) {
      byPerson.remove(hits.pollLast().person());
    }
    if (hits.size() == most) {
      farthest = hits.last().squaredDistance();
    }
  }

  /** The nearest first. */
  public List<Hit<P>> hits() {
    return List.copyOf(hits);
  }
}
