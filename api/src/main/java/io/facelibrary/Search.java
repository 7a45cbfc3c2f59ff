package io.facelibrary;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to find the persons in an image: see {@link FaceLibrary#search}.
 *
 * <p>A search returns matches only, as the library judges them by its {@link SimilarityScale}. A
 * program whose users review the result may ask for more with {@link #alsoPossible}, or state its
 * own minimum with {@link #withMinSimilarity}.
 */
public final class Search {
  /** The largest {@link #topK()}. */
  public static final int MAX_TOP_K = 1000;

  /** The largest number of {@link #persons()}. */
  public static final int MAX_PERSONS = 1000;

  private static final int DEFAULT_TOP_K = 5;

  private final Probe probe;
  private final Set<GroupId> groups;
  private final Set<PersonId> persons;
  private final int topK;
  private final Optional<Similarity> minSimilarity;
  private final boolean includesPossible;

  private Search(
      Probe probe,
      Set<GroupId> groups,
      Set<PersonId> persons,
      int topK,
      Optional<Similarity> minSimilarity,
      boolean includesPossible) {
    this.probe = probe;
    this.groups = groups;
    this.persons = persons;
    this.topK = topK;
    this.minSimilarity = minSimilarity;
    this.includesPossible = includesPossible;
  }

  /**
   * Returns a search for at most 5 matching persons in the group {@link GroupId#DEFAULT}.
   *
   * @param probe the image, or the face in the library, to search with
   */
  public static Search of(Probe probe) {
    return of(probe, GroupId.DEFAULT);
  }

  /**
   * Returns a search for at most 5 matching persons in these groups.
   *
   * @param probe the image, or the face in the library, to search with
   * @param groups at least one; a group that does not exist has no persons
   * @throws InvalidRequestException if there is no group, or an argument is null
   */
  public static Search of(Probe probe, GroupId... groups) {
    return new Search(
        Checks.present(probe, "probe"),
        Checks.nonEmptySet(Checks.listOf(groups, "groups"), "groups"),
        Set.of(),
        DEFAULT_TOP_K,
        Optional.empty(),
        false);
  }

  /**
   * Returns this search in other groups.
   *
   * @param groups at least one; a group that does not exist has no persons
   * @throws InvalidRequestException if there is no group, or an argument is null
   */
  public Search withGroups(Set<GroupId> groups) {
    return new Search(
        probe,
        Checks.nonEmptySet(groups, "groups"),
        persons,
        topK,
        minSimilarity,
        includesPossible);
  }

  /**
   * Returns this search among some persons of the groups only. With one person it checks whether
   * the image shows that person. Needs {@link Capability#SEARCH_AMONG_PERSONS}.
   *
   * @param among 1 to {@value #MAX_PERSONS} persons; a person who is not in the groups is not found
   * @throws InvalidRequestException if there is no person or too many, or an argument is null
   */
  public Search withPersons(PersonId... among) {
    return withPersons(Checks.set(Checks.listOf(among, "persons"), "persons"));
  }

  /**
   * Returns this search among some persons of the groups only. Needs {@link
   * Capability#SEARCH_AMONG_PERSONS}.
   *
   * @param among 1 to {@value #MAX_PERSONS} persons; a person who is not in the groups is not found
   * @throws InvalidRequestException if there is no person or too many, or an argument is null
   */
  public Search withPersons(Set<PersonId> among) {
    Set<PersonId> copy = Checks.nonEmptySet(among, "persons");
    if (copy.size() > MAX_PERSONS) {
      throw InvalidRequestException.ofValue(
          "persons", "must have at most " + MAX_PERSONS + " persons");
    }
    return new Search(probe, groups, copy, topK, minSimilarity, includesPossible);
  }

  /**
   * Returns this search with another {@link #topK()}.
   *
   * @throws InvalidRequestException if the number is not from 1 to {@value #MAX_TOP_K}
   */
  public Search withTopK(int most) {
    Checks.within(most, "topK", 1, MAX_TOP_K);
    return new Search(probe, groups, persons, most, minSimilarity, includesPossible);
  }

  /**
   * Returns this search with candidates that are {@link Verdict#POSSIBLE}, too. A person must
   * review them: they may be strangers. Replaces {@link #withMinSimilarity}.
   */
  public Search alsoPossible() {
    return new Search(probe, groups, persons, topK, Optional.empty(), true);
  }

  /**
   * Returns this search with the caller's minimum similarity, in place of the library's judgement.
   * Candidates keep their {@link Candidate#verdict}. Replaces {@link #alsoPossible}.
   *
   * @param least the minimum; {@link Similarity#NONE} returns the most similar persons, even
   *     strangers
   */
  public Search withMinSimilarity(Similarity least) {
    return new Search(
        probe, groups, persons, topK, Optional.of(Checks.present(least, "minSimilarity")), false);
  }

  /** Returns the image, or the face in the library, to search with. */
  public Probe probe() {
    return probe;
  }

  /** Returns the groups to search, at least one. */
  public Set<GroupId> groups() {
    return groups;
  }

  /** Returns the persons to search among; empty if the search is not restricted to persons. */
  public Set<PersonId> persons() {
    return persons;
  }

  /**
   * Returns the maximum number of persons for each face in the image, 1 to {@value #MAX_TOP_K}.
   * Providers may allow fewer: see {@link Limits#resultsPerSearch()}.
   */
  public int topK() {
    return topK;
  }

  /** Returns the caller's minimum similarity; empty if the library judges. */
  public Optional<Similarity> minSimilarity() {
    return minSimilarity;
  }

  /** Returns whether candidates that are {@link Verdict#POSSIBLE} are returned, too. */
  public boolean includesPossible() {
    return includesPossible;
  }

  /**
   * Returns the minimum similarity of a candidate, for providers: the caller's number, or else the
   * number of the scale.
   *
   * @param scale the library's scale
   * @param facesCompared the number of faces that are compared with each face of the image
   */
  public Similarity leastSimilarity(SimilarityScale scale, long facesCompared) {
    Checks.present(scale, "scale");
    return minSimilarity.orElseGet(
        () -> scale.least(includesPossible ? Verdict.POSSIBLE : Verdict.MATCH, facesCompared));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Search that
        && probe.equals(that.probe)
        && groups.equals(that.groups)
        && persons.equals(that.persons)
        && topK == that.topK
        && minSimilarity.equals(that.minSimilarity)
        && includesPossible == that.includesPossible;
  }

  @Override
  public int hashCode() {
    return Objects.hash(probe, groups, persons, topK, minSimilarity, includesPossible);
  }

  @Override
  public String toString() {
    return "Search[probe="
        + probe
        + ", groups="
        + groups
        + ", persons="
        + persons
        + ", topK="
        + topK
        + ", minSimilarity="
        + minSimilarity
        + ", includesPossible="
        + includesPossible
        + "]";
  }
}
