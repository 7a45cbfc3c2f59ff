package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;
import java.util.List;

/**
 * The two networks of a recognizer. The default runs in plain Java; {@link
 * FaceRecognizer.Builder#networks} sets another engine. Every engine returns the same values within
 * 0.0001. Thread-safe.
 */
public interface FaceNetworks extends AutoCloseable {
  /** Height and width of the image that {@link #detect} takes. */
  int DETECTOR_SIZE = 256;

  /** Height and width of the faces that {@link #embed} takes. */
  int FACE_SIZE = 150;

  /** The number of values of an embedding. */
  int DIMENSIONS = 128;

  /**
   * Returns the networks in plain Java. They take 24 MB, and 15 MB more for each concurrent call.
   *
   * @param maxConcurrentCalls the number of concurrent calls, 1 to 1,024; further calls wait
   * @throws InvalidRequestException if the number is out of its range
   */
  static FaceNetworks inJava(int maxConcurrentCalls) {
    if (maxConcurrentCalls < 1 || maxConcurrentCalls > 1024) {
      throw InvalidRequestException.of("maxConcurrentCalls", "must be from 1 to 1024");
    }
    return new JavaNetworks(maxConcurrentCalls);
  }

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
