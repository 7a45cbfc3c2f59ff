package io.facelibrary.recognition;

import io.facelibrary.InvalidRequestException;
import java.util.List;

/**
 * The two networks of a recogniser, run by some engine. Plain Java unless told otherwise: see
 * {@link FaceRecognizer.Builder#networks}. Any engine gives the same numbers within 0.0001. May be
 * called by several threads.
 */
public interface FaceNetworks extends AutoCloseable {
  /** Height and width of the picture that {@link #detect} takes. */
  int DETECTOR_SIZE = 256;

  /** Height and width of the faces that {@link #embed} takes. */
  int FACE_SIZE = 150;

  /**
   * Returns the networks in plain Java. They take 24 MB, and 15 MB more for each call under way.
   *
   * @param callsAtOnce how many calls run at once, 1 to 1,024; others wait
   * @throws InvalidRequestException if the number is out of its range
   */
  static FaceNetworks inJava(int callsAtOnce) {
    if (callsAtOnce < 1 || callsAtOnce > 1024) {
      throw InvalidRequestException.of("callsAtOnce", "must be from 1 to 1024");
    }
    return new JavaNetworks(callsAtOnce);
  }

  /**
   * Looks for faces.
   *
   * @param rgb the red, then the green, then the blue of all pixels, row by row, 0 to 255
   */
  DetectorOutput detect(float[] rgb);

  /**
   * Turns aligned faces into embeddings.
   *
   * @param rgb for each the red, then the green, then the blue of all pixels, row by row, 0 to 255
   * @return {@value Embedding#DIMENSIONS} numbers for each, in the same order
   */
  List<float[]> embed(List<float[]> rgb);

  /** Frees what the networks hold; nothing is called afterwards. */
  @Override
  void close();
}
