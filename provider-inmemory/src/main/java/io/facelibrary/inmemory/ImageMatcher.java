package io.facelibrary.inmemory;

import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;

/**
 * Compares the faces in two images. Implementations must be thread-safe and deterministic. A search
 * calls the matcher for every face in the searched groups.
 */
@FunctionalInterface
public interface ImageMatcher {

  /**
   * Returns the similarity of two images.
   *
   * @param probe the query image
   * @param known an image in the library
   * @return {@link Similarity#NONE} to leave the known face out of the result
   */
  Similarity between(FaceImage probe, FaceImage known);

  /**
   * Returns the default matcher of a library: 1 for the same bytes or the same URL, 0 otherwise. It
   * does not recognize faces. Another image of the same person, or the same image in another file
   * format, does not match.
   */
  static ImageMatcher exactImage() {
    return (probe, known) -> probe.equals(known) ? Similarity.SAME : Similarity.NONE;
  }

  /**
   * Returns a matcher that gives two images a fixed similarity, in both directions, and calls this
   * matcher for all others. For tests that declare which images show the same person.
   */
  default ImageMatcher withMatch(FaceImage one, FaceImage other, Similarity similarity) {
    return (probe, known) -> {
      boolean declared =
          (probe.equals(one) && known.equals(other)) || (probe.equals(other) && known.equals(one));
      return declared ? similarity : between(probe, known);
    };
  }
}
