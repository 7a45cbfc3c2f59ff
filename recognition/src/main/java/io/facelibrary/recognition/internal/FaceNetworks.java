package io.facelibrary.recognition.internal;

import java.util.List;

/**
 * The two networks of an encoder. Every implementation returns the same values within 0.0001.
 * Thread-safe.
 */
public interface FaceNetworks extends AutoCloseable {
  /** Height and width of the image that {@link #detect} takes. */
  int DETECTOR_SIZE = 256;

  /** Height and width of the faces that {@link #embed} takes. */
  int FACE_SIZE = 150;

  /** The number of values of an embedding. */
  int DIMENSIONS = 128;

  /**
   * Searches for faces.
   *
   * @param rgb the red, then the green, then the blue of all pixels, row by row, 0 to 255
   */
  DetectorOutput detect(float[] rgb);

  /**
   * Computes the embeddings of aligned faces.
   *
   * @param rgb for each face the red, then the green, then the blue of all pixels, row by row, 0 to
   *     255
   * @return an embedding of {@value #DIMENSIONS} values for each face, in the same order
   */
  List<float[]> embed(List<float[]> rgb);

  /** Frees the resources of the networks. No method may be called afterwards. */
  @Override
  void close();
}
