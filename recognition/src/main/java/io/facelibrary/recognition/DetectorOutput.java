package io.facelibrary.recognition;

/**
 * What the detector network answers: 896 candidates, 512 of a grid of 16 x 16 cells with 2 each,
 * then 384 of 8 x 8 cells with 6 each, both row by row.
 */
public final class DetectorOutput {
  /** How many candidates there are. */
  public static final int CANDIDATES = 896;

  /** How many numbers describe a candidate. */
  public static final int NUMBERS = 16;

  private final float[] scores;
  private final float[] boxes;

  /**
   * Wraps an answer; nothing is copied.
   *
   * @param scores {@value #CANDIDATES} logits
   * @param boxes {@value #NUMBERS} numbers for each in pixels of the network's input: centre, width
   *     and height of the face, then six points, all but width and height from the centre of the
   *     cell
   */
  public DetectorOutput(float[] scores, float[] boxes) {
    this.scores = scores;
    this.boxes = boxes;
  }

  /** Returns how sure the network is of a candidate, as a logit. */
  public float score(int candidate) {
    return scores[candidate];
  }

  /** Returns one of the numbers of a candidate. */
  public float number(int candidate, int i) {
    return boxes[candidate * NUMBERS + i];
  }
}
