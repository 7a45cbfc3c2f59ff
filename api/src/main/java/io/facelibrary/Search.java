package io.facelibrary;

import java.util.Set;

/**
 * Asks who is in a picture.
 *
 * @param image the picture
 * @param groups where to look, at least one; those that do not exist hold nobody
 * @param topK the most persons to answer for each face in the picture, 1 to {@value #MAX_TOP_K};
 *     providers may allow less: see {@link Limits#resultsPerSearch()}
 * @param minSimilarity persons less similar are left out; what a good threshold is depends on the
 *     model
 */
public record Search(FaceImage image, Set<GroupId> groups, int topK, Similarity minSimilarity) {

  /** The largest top-K. */
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

  /** Asks for the 5 most similar persons in the group {@link GroupId#DEFAULT}. */
  public static Search of(FaceImage image) {
    return of(image, GroupId.DEFAULT);
  }

  /** Asks for the 5 most similar persons in these groups, however similar. */
  public static Search of(FaceImage image, GroupId... groups) {
    return new Search(
        image,
        Checks.set(Checks.listOf(groups, "groups"), "groups"),
        DEFAULT_TOP_K,
        Similarity.NONE);
  }

  /** Returns this search for another number of persons. */
  public Search withTopK(int topK) {
    return new Search(image, groups, topK, minSimilarity);
  }

  /** Returns this search for persons at least this similar. */
  public Search withMinSimilarity(Similarity minSimilarity) {
    return new Search(image, groups, topK, minSimilarity);
  }
}
