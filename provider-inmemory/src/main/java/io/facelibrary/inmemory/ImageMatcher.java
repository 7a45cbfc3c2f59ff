package io.facelibrary.inmemory;

import io.facelibrary.FaceImage;
import io.facelibrary.Similarity;

/**
 * Says how alike the faces in two pictures are. May be asked by several threads at once, must
 * answer the same for the same pictures, and is asked for every face in the groups searched.
 */
@FunctionalInterface
public interface ImageMatcher {

  /**
   * Compares two pictures.
   *
   * @param probe the picture searched with
   * @param known a picture in the library
   * @return {@link Similarity#NONE} leaves the known face out of the answer
   */
  Similarity between(FaceImage probe, FaceImage known);

  /**
   * Returns the imageMatcher that a library has unless told otherwise: 1 for the same bytes or the
   * same address, 0 otherwise. This is no recognition: another photograph of the same person, or
   * the same photograph saved anew, is as strange to it as any.
   */
  static ImageMatcher exactImage() {
    return (probe, known) -> probe.equals(known) ? Similarity.SAME : Similarity.NONE;
  }

  /**
   * Returns this imageMatcher, except that two pictures are as alike as declared, whichever is the
   * probe. Tests use it to say who is who.
   */
  default ImageMatcher withMatch(FaceImage one, FaceImage other, Similarity similarity) {
    return (probe, known) -> {
      boolean declared =
          (probe.equals(one) && known.equals(other)) || (probe.equals(other) && known.equals(one));
      return declared ? similarity : between(probe, known);
    };
  }
}
