package io.facelibrary.engine;

import io.facelibrary.GroupId;
import io.facelibrary.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/**
 * A search for the persons nearest to some embeddings.
 *
 * @param probes embeddings with the model's number of dimensions
 * @param groups a person must be in at least one of them
 * @param persons only these persons are compared; empty for every person in the groups
 * @param most the number of persons to return for each probe
 * @param bound returns the largest squared distance of interest by the number of faces compared. A
 *     store may leave out persons beyond it.
 */
public record NearestQuery(
    List<float[]> probes,
    List<GroupId> groups,
    Optional<Set<PersonId>> persons,
    int most,
    LongToDoubleFunction bound) {

  /** Returns a query over everybody in some groups, without a bound. */
  public static NearestQuery of(List<float[]> probes, List<GroupId> groups, int most) {
    return new NearestQuery(
        probes, groups, Optional.empty(), most, faces -> Double.POSITIVE_INFINITY);
  }

  /** Returns this query restricted to some persons. */
  public NearestQuery withPersons(Set<PersonId> among) {
    return new NearestQuery(probes, groups, Optional.of(among), most, bound);
  }

  /** Returns this query with a bound. */
  public NearestQuery withBound(LongToDoubleFunction largestSquaredDistance) {
    return new NearestQuery(probes, groups, persons, most, largestSquaredDistance);
  }
}
