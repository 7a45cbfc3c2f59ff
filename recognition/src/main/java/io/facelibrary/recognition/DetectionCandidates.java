package io.facelibrary.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads what the detector answers, and makes one face of the many candidates that mean it. */
final class DetectionCandidates {
  private static final double SAME_FACE = 0.3;
  private static final int FIRST_GRID = 16;
  private static final int FIRST_ANCHORS = 2;
  private static final int FIRST = FIRST_GRID * FIRST_GRID * FIRST_ANCHORS;
  private static final int SECOND_GRID = 8;
  private static final int SECOND_ANCHORS = 6;

  private DetectionCandidates() {}

  /** Those above a score, in pixels of the picture. */
  static List<DetectionCandidate> above(double threshold, DetectorOutput output, Letterbox part) {
    // Compared before the exponential is taken, since nearly all fall short.
    double least = Math.log(threshold / (1 - threshold));
    List<DetectionCandidate> found = new ArrayList<>();
    for (int i = 0; i < DetectorOutput.CANDIDATES; i++) {
      if (output.score(i) >= least) {
        double score = 1 / (1 + Math.exp(-output.score(i)));
        found.add(new DetectionCandidate(score, numbers(output, i, part)));
      }
    }
    return found;
  }

  private static double[] numbers(DetectorOutput output, int candidate, Letterbox part) {
    int cell = candidate < FIRST ? candidate / FIRST_ANCHORS : (candidate - FIRST) / SECOND_ANCHORS;
    int grid = candidate < FIRST ? FIRST_GRID : SECOND_GRID;
    double side = (double) FaceNetworks.DETECTOR_SIZE / grid;
    int row = cell / grid;
    double x = side * (cell - row * grid + 0.5);
    double y = side * (row + 0.5);
    double[] numbers = new double[DetectorOutput.NUMBERS];
    for (int i = 0; i < numbers.length; i++) {
      double value = output.number(candidate, i);
      boolean isSize = i == 2 || i == 3;
      numbers[i] =
          isSize
              ? Math.max(0, value) * part.scale()
              : i % 2 == 0 ? part.x(value + x) : part.y(value + y);
    }
    return numbers;
  }

  /**
   * Lets the best of those left swallow all that overlap it, and takes the mean of the group,
   * weighted by score: its points are steadier than those of the best alone.
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
    double[] mean = new double[DetectorOutput.NUMBERS];
    double weight = 0;
    for (DetectionCandidate candidate : group) {
      weight += candidate.score();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += candidate.score() * candidate.number(i);
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= weight;
    }
    return mean;
  }
}
