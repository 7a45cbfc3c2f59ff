package io.facelibrary;

import java.util.Set;

/**
 * A request to find the persons in an image: see {@link FaceLibrary#search}.
 *
 * @param image the image to search with
 * @param groups the groups to search, at least one; a group that does not exist has no persons
 * @param topK the maximum number of persons to return for each face in the image, 1 to {@value
 *     #MAX_TOP_K}. Providers may allow fewer: see {@link Limits#resultsPerSearch()}.
 * @param minSimilarity the minimum similarity of a returned person. The right threshold depends on
 *     the model.
 */
public record Search(FaceImage image, Set<GroupId> groups, int topK, Similarity minSimilarity) {

  /** The largest {@link #topK()}. */
  public static final int MAX_TOP_K = 1000;

  private static final int DEFAULT_TOP_K = 5;

  /**
   * Checks and copies the fields.
   *
   * @throws InvalidRequestException if a field breaks a rule above
   */
  public Search {
    Checks.present(image, "image");
    groups = Checks.nonEmptySet(groups, "groups");
    Checks.within(topK, "topK", 1, MAX_TOP_K);
    Checks.present(minSimilarity, "minSimilarity");
  }

  /**
   * Returns a search for the 5 most similar persons in the group {@link GroupId#DEFAULT}, with any
   * similarity.
   */
  public static Search of(FaceImage image) {
    return of(image, GroupId.DEFAULT);
  }

  /**
   * Returns a search for the 5 most similar persons in these groups, with any similarity.
   *
   * @throws InvalidRequestException if there is no group, or an argument is null
   */
  public static Search of(FaceImage image, GroupId... groups) {
    return new Search(
        image,
        Checks.set(Checks.listOf(groups, "groups"), "groups"),
        DEFAULT_TOP_K,
        Similarity.NONE);
  }

  /** Returns this search with another {@link #topK()}. */
  public Search withTopK(int topK) {
    return new Search(image, groups, topK, minSimilarity);
  }

  /** Returns this search with another minimum similarity. */
  public Search withMinSimilarity(Similarity minSimilarity) {
    return new Search(image, groups, topK, minSimilarity);
  }
}
