package io.facelibrary.recognition;

import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.FaceNetworks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the detector's output, and merges the candidates of each face into one. */
final class DetectionCandidates {
  private static final double SAME_FACE = 0.3;
  private static final int FIRST_GRID = 16;
  private static final int FIRST_ANCHORS = 2;
  private static final int FIRST = FIRST_GRID * FIRST_GRID * FIRST_ANCHORS;
  private static final int SECOND_GRID = 8;
  private static final int SECOND_ANCHORS = 6;

  private DetectionCandidates() {}

  /** The candidates above a score, in pixels of the image. */
  static List<DetectionCandidate> above(double threshold, DetectorOutput output, Letterbox part) {
    // The logits are compared, because the exponential is needed for few candidates only.
    double least = Math.log(threshold / (1 - threshold));
    List<DetectionCandidate> found = new ArrayList<>();
    for (int i = 0; i < DetectorOutput.CANDIDATES; i++) {
      if (output.score(i) >= least) {
        double score = 1 / (1 + Math.exp(-output.score(i)));
        found.add(new DetectionCandidate(score, values(output, i, part)));
      }
    }
    return found;
  }

  private static double[] values(DetectorOutput output, int candidate, Letterbox part) {
    int cell = candidate < FIRST ? candidate / FIRST_ANCHORS : (candidate - FIRST) / SECOND_ANCHORS;
    int grid = candidate < FIRST ? FIRST_GRID : SECOND_GRID;
    double side = (double) FaceNetworks.DETECTOR_SIZE / grid;
    int row = cell / grid;
    double x = side * (cell - row * grid + 0.5);
    double y = side * (row + 0.5);
    double[] values = new double[DetectorOutput.VALUES];
    for (int i = 0; i < values.length; i++) {
      double value = output.value(candidate, i);
      boolean isSize = i == 2 || i == 3;
      values[i] =
          isSize
              ? Math.max(0, value) * part.scale()
              : i % 2 == 0 ? part.x(value + x) : part.y(value + y);
    }
    return values;
  }

  /**
   * Groups the best candidate with all that overlap it, until none is left. Returns the mean of
   * each group, weighted by score: its points are more stable than those of the best candidate
   * alone.
   */
  static List<DetectionCandidate> merge(List<DetectionCandidate> all) {
    List<DetectionCandidate> left = new ArrayList<>(all);
    left.sort(Comparator.comparingDouble(DetectionCandidate::score).reversed());
    List<DetectionCandidate> faces = new ArrayList<>();
    while (!left.isEmpty()) {
      DetectionCandidate best = left.get(0);
      List<DetectionCandidate> group = new ArrayList<>();
      group.add(best);
      left.remove(0);
      left.removeIf(
          candidate -> {
            boolean same = best.overlap(candidate) > SAME_FACE;
            if (same) {
              group.add(candidate);
            }
            return same;
          });
      faces.add(new DetectionCandidate(best.score(), mean(group)));
    }
    return faces;
  }

  private static double[] mean(List<DetectionCandidate> group) {
    double[] mean = new double[DetectorOutput.VALUES];
    double weight = 0;
    for (DetectionCandidate candidate : group) {
      weight += candidate.score();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += candidate.score() * candidate.value(i);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= weight;
    }
    return mean;
  }
}
