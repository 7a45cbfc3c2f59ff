package io.facelibrary.recognition.internal;

/**
 * The output of the detector network: 896 candidates. 512 come from a grid of 16 x 16 cells with 2
 * candidates each. Then 384 come from a grid of 8 x 8 cells with 6 each. Both are row by row.
 */
public final class DetectorOutput {
  /** The number of candidates. */
  public static final int CANDIDATES = 896;

  /** The number of values of a candidate. */
  public static final int VALUES = 16;

  private final float[] scores;
  private final float[] boxes;

  /**
   * Wraps the arrays without copying them.
   *
   * @param scores {@value #CANDIDATES} logits
   * @param boxes {@value #VALUES} values for each candidate, in pixels of the network's input:
   *     center, width and height of the face, then six points. All but width and height are
   *     relative to the center of the cell.
   */
  public DetectorOutput(float[] scores, float[] boxes) {
    this.scores = scores;
    this.boxes = boxes;
  }

  /** Returns the score of a candidate, as a logit. */
  public float score(int candidate) {
    return scores[candidate];
  }

  /** Returns one of the values of a candidate. */
  public float value(int candidate, int i) {
    return boxes[candidate * VALUES + i];
  }
}
