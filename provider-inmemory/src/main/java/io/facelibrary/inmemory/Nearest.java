package io.facelibrary.inmemory;

import io.facelibrary.FaceId;
import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The nearest persons found so far, each by its nearest face. For one thread at a time. */
final class Nearest {

  /** A person by the nearest of its faces. */
  record Hit(PersonId person, FaceId face, float squaredDistance) {}

  // Persons equally near come in the order of their ids, so that answers do not depend on luck.
  private static final Comparator<Hit> NEAREST_FIRST =
      Comparator.comparingDouble(Hit::squaredDistance)
          .thenComparing(hit -> hit.person().value())
          .thenComparing(hit -> hit.face().value());

  private final TreeSet<Hit> hits = new TreeSet<>(NEAREST_FIRST);
  private final Map<PersonId, Hit> byPerson = new HashMap<>();
  private final int most;
  private final List<GroupId> groups;
  private float farthest = Float.POSITIVE_INFINITY;

  /**
   * @param most how many persons to keep
   * @param groups of which one a person must be in
   */
  Nearest(int most, List<GroupId> groups) {
    this.most = most;
    this.groups = groups;
  }

  Nearest empty() {
    return new Nearest(most, groups);
  }

  boolean wants(float squaredDistance) {
    return squaredDistance <= farthest;
  }

  /** Takes a face, unless its slot has meanwhile gone to a person of other groups. */
  void offer(PersonEntry person, FaceId face, float squaredDistance) {
    if (groups.stream().anyMatch(person.groups()::contains)) {
      add(new Hit(person.id(), face, squaredDistance));
    }
  }

  void addAll(Nearest others) {
    others.hits.forEach(this::add);
  }

  private void add(Hit hit) {
    Hit known = byPerson.get(hit.person());
    if (known != null) {
      if (NEAREST_FIRST.compare(known, hit) <= 0) {
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
  List<Hit> hits() {
    return List.copyOf(hits);
  }
}
